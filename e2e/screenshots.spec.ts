import type { Page, PlaywrightTestOptions } from '@playwright/test'
import { demoSeed } from '../emulator/seeds/demo'
import { expect, test } from './fixtures'
import { portsPath } from './world'

// Pictures of every page, dialog and state in the demo's world, for people to look at: test-results/screenshots.
// It asserts nothing but that the state to be taken is there.

test.use({ embeddedDemo: true, provokesFailures: true, trace: 'off' })

const world = demoSeed()
const demo = (name: string) => portsPath(name, world)
const web = '商城网站 web'

const looks: Record<string, Partial<PlaywrightTestOptions>> = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  zh: { locale: 'zh-CN' },
  phone: { viewport: { width: 390, height: 844 } },
  'phone-dark-zh': { viewport: { width: 390, height: 844 }, colorScheme: 'dark', locale: 'zh-CN' },
}

const inner = (page: Page, port: number) =>
  page.getByRole('switch', { name: new RegExp(`^(Inner|对内服务).*\\b${port}$`) })
const outer = (page: Page, port: number) =>
  page.getByRole('switch', { name: new RegExp(`^(Outer|对外服务).*\\b${port}$`) })
const runButton = (page: Page) =>
  page.getByRole('dialog').getByRole('button', { name: /^(Run plan|执行计划)$/ })

interface Scene {
  path: string
  signedOut?: boolean
  /** Brings the page into the state to be taken. */
  arrange?: (page: Page) => Promise<void>
}

const scenes: Record<string, Scene> = {
  'sign-in': {
    path: '/',
    signedOut: true,
    arrange: (page) => expect(page.getByRole('textbox').first()).toBeVisible(),
  },
  'sign-in-refused': {
    path: '/',
    signedOut: true,
    arrange: async (page) => {
      await page.getByLabel(/^(Access token|访问令牌)$/).fill('mistyped')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('alert')).not.toBeEmpty()
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
  ports: { path: demo(web), arrange: (page) => expect(inner(page, 8080)).toBeVisible() },
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
  'ports-no-match': { path: `${demo(web)}?filter=zzz` },
  'ports-loading': {
    path: demo('应答缓慢 slow'),
    arrange: (page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible(),
  },
  'ports-failed': {
    path: demo('授权过期 licence'),
    arrange: (page) => expect(page.getByRole('button', { name: /^(Try again|重试)$/ })).toBeVisible(),
  },
  'ports-unreadable': {
    path: demo('应答走样 wrong-shape'),
    arrange: (page) => expect(page.getByText(/container_port/)).toBeVisible(),
  },
  'ports-side-routes-missing': {
    path: demo('缺少接口 missing-route'),
    arrange: (page) => expect(inner(page, 8080)).toBeVisible(),
  },
  picker: {
    path: demo(web),
    arrange: async (page) => {
      await page.getByRole('combobox', { name: /^(Component|组件)$/ }).click()
      await expect(page.getByRole('option').first()).toBeVisible()
    },
  },
  'switch-pending': {
    path: demo('应答缓慢 slow'),
    arrange: async (page) => {
      await inner(page, 9000).click()
      await expect(inner(page, 9000)).toHaveAttribute('aria-busy', 'true')
    },
  },
  'switch-refused': {
    path: demo('集群资源不足 cluster-out-of-memory'),
    arrange: async (page) => {
      await inner(page, 9000).click()
      await expect(inner(page, 9000)).toHaveAccessibleDescription(/./)
    },
  },
  'plan-outer-on': {
    path: demo('商城网站 web'),
    arrange: async (page) => {
      await outer(page, 9113).click()
      await expect(runButton(page)).toBeVisible()
    },
  },
  'plan-inner-off': {
    path: demo('商城网站 web'),
    arrange: async (page) => {
      await inner(page, 80).click()
      await expect(runButton(page)).toBeVisible()
    },
  },
  'plan-risky': {
    path: demo('会话缓存 session-cache'),
    arrange: async (page) => {
      await outer(page, 6379).click()
      await expect(runButton(page)).toBeVisible()
    },
  },
  'plan-running': {
    path: demo('应答缓慢 slow'),
    arrange: async (page) => {
      await outer(page, 9000).click()
      await runButton(page).click()
      await expect(page.getByRole('button', { name: /^(Stop|停止)$/ })).toBeVisible()
    },
  },
  'plan-refused': {
    path: demo('网关策略失败 cluster-route-binding'),
    arrange: async (page) => {
      await inner(page, 8080).click()
      await expect(inner(page, 8080)).not.toHaveAttribute('aria-busy', 'true')
      await outer(page, 8080).click()
      await runButton(page).click()
      await expect(page.getByRole('button', { name: /^(Resume|继续)$/ })).toBeVisible()
    },
  },
  'session-ended': {
    path: demo('令牌失效 unauthenticated'),
    arrange: async (page) => {
      await inner(page, 9000).click()
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
  'cluster-in-maintenance': { path: '/teams/shop/regions/guangzhou/apps' },
  'component-not-there': { path: '/teams/shop/regions/shanghai/apps/1/services/grnobody/ports' },
  'page-not-found': { path: '/nowhere' },
}

for (const [look, options] of Object.entries(looks)) {
  test.describe(look, () => {
    test.use(options)
    for (const signedOut of [true, false]) {
      test.describe(signedOut ? 'signed out' : 'signed in', () => {
        test.use({ signedIn: !signedOut })
        for (const [name, { path, arrange }] of Object.entries(scenes).filter(
          ([, scene]) => (scene.signedOut ?? false) === signedOut,
        )) {
          test(name, async ({ page }) => {
            await page.goto(path)
            if (arrange) await arrange(page)
            else await page.waitForLoadState('networkidle')
            await page.screenshot({ path: `test-results/screenshots/${name}.${look}.png` })
          })
        }
      })
    }
  })
}
