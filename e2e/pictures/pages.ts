import { expect } from '@playwright/test'
import { demo, inner, web, type Scene } from './scene'

/** Every page, including empty, failed and loading states. */
export const pages = {
  'sign-in': {
    path: '/teams',
    signedOut: true,
    arrange: (page) => expect(page.getByRole('textbox').first()).toBeVisible(),
  },
  'sign-in-refused': {
    path: '/teams',
    signedOut: true,
    arrange: async (page) => {
      await page.getByLabel(/^(Access token|访问令牌)$/).fill('mistyped')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('alert').filter({ hasText: /./ })).toBeVisible()
    },
  },
  teams: { path: '/teams' },
  clusters: { path: '/teams/shop/regions' },
  apps: { path: '/teams/shop/regions/shanghai/apps' },
  components: { path: '/teams/shop/regions/shanghai/apps/1/services' },
  'components-none': { path: '/teams/data/regions/beijing/apps/试验场 Sandbox/services' },
  'search-nothing': {
    path: '/teams/shop/regions/shanghai/apps',
    arrange: (page) => page.getByRole('searchbox').fill('zzz'),
  },
  'all-ports': {
    path: '/teams/shop/regions/shanghai/ports',
    arrange: (page) => expect(page.getByText(/Updated|更新/).first()).toBeVisible(),
  },
  'all-ports-list': {
    path: '/teams/shop/regions/shanghai/ports?sort=outer',
    arrange: (page) => page.getByText(/^(One list|单一列表)$/).click(),
  },
  'all-ports-failed': {
    path: '/teams/data/regions/shanghai/ports',
    arrange: async (page) => {
      await page.getByRole('button', { name: /^(Show|展开)$/ }).click()
      await expect(page.getByText(/Updated|更新/).first()).toBeVisible()
    },
  },
  exposure: {
    path: '/teams/shop/regions/shanghai/exposure',
    arrange: (page) => expect(page.getByText(/Updated|更新/).first()).toBeVisible(),
  },
  'exposure-inconsistencies': {
    path: '/teams/shop/regions/shanghai/exposure?section=inconsistencies',
    arrange: (page) => expect(page.getByText(/Updated|更新/).first()).toBeVisible(),
  },
  'exposure-node-ports': {
    path: '/teams/shop/regions/shanghai/exposure?section=node-ports',
    arrange: async (page) => {
      await page.getByRole('textbox').fill('30022')
      await page.getByRole('button', { name: /^(Check my other teams|检查我的其他团队)$/ }).click()
      await expect(page.getByText(/^(All your teams on this cluster are included\.|已包含你)/)).toBeVisible()
    },
  },
  ports: { path: web, arrange: (page) => expect(inner(page, 8080)).toBeVisible() },
  'ports-many': {
    path: demo('工厂采集网关 plant-gateway'),
    arrange: (page) => expect(inner(page, 8080)).toBeVisible(),
  },
  'ports-old-data': {
    path: demo('旧版统计 old-stats'),
    arrange: (page) => expect(inner(page, 80)).toBeVisible(),
  },
  'ports-third-party': {
    path: demo('仓储系统 wms'),
    arrange: (page) => expect(inner(page, 8080)).toBeVisible(),
  },
  'ports-unfinished': {
    path: demo('新路由引擎 route-engine'),
    arrange: (page) => expect(inner(page, 8080)).toBeVisible(),
  },
  'ports-none': { path: demo('定时任务 scheduler') },
  'ports-no-match': { path: `${web}?filter=zzz` },
  'ports-loading': {
    path: demo('响应缓慢 slow'),
    arrange: (page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible(),
  },
  'ports-failed': {
    path: demo('授权过期 licence'),
    arrange: (page) => expect(page.getByRole('button', { name: /^(Try again|重试)$/ })).toBeVisible(),
  },
  'ports-unreadable': {
    path: demo('响应格式异常 wrong-shape'),
    arrange: (page) => expect(page.getByText(/container_port/)).toBeVisible(),
  },
  'ports-side-routes-missing': {
    path: demo('缺少接口 missing-route'),
    arrange: (page) => expect(inner(page, 8080)).toBeVisible(),
  },
  picker: {
    path: web,
    arrange: async (page) => {
      const picker = page.getByRole('combobox', { name: /^(Component|组件)$/ })
      // On a phone, the pickers are in a sheet.
      const sheet = page.getByRole('navigation').getByRole('button')
      await picker.or(sheet).first().waitFor()
      if (await sheet.isVisible()) await sheet.click()
      await picker.click()
      await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
    },
  },
  'cluster-in-maintenance': { path: '/teams/shop/regions/guangzhou/apps' },
  'component-not-there': { path: '/teams/shop/regions/shanghai/apps/1/services/grnobody/ports' },
  'page-not-found': { path: '/nowhere' },
} satisfies Record<string, Scene>
