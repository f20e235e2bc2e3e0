import { expectAccessible } from '../support/axe'
import { planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { expectSettled } from '../support/ports-page'
import { portsPath } from '../support/world'

test.use({ locale: 'zh-CN' })

test('the list of components is accessible in Chinese', async ({ page }) => {
  await page.goto('/teams/shop/regions/east/apps/1/services')
  await expect(page.getByRole('heading', { name: '选择组件', level: 1 })).toBeVisible()
  await expect(page.getByRole('link', { name: /orders-db/ })).toBeVisible()
  await expectAccessible(page)
})

test('the ports and what opens above them are accessible in Chinese', async ({ page }) => {
  await page.goto(portsPath('web'))
  const inner = page.getByRole('switch', { name: '对内服务，端口 8081', exact: true })
  const outer = page.getByRole('switch', { name: '对外服务，端口 8081', exact: true })
  await inner.click()
  await expectSettled(inner, true)
  await expect(page.getByRole('region', { name: '最近的变更' }).getByRole('button').first()).toBeVisible()
  await expectAccessible(page)

  await outer.click()
  const plan = planOf(page)
  await expect(plan.run).toBeVisible()
  await expectAccessible(page, '[role="dialog"]')
  await page.keyboard.press('Escape')
  await expect(plan.dialog).toBeHidden()

  await page.getByRole('main').getByRole('button', { name: '添加端口', exact: true }).click()
  await expect(page.getByRole('dialog').getByRole('switch')).toHaveCount(2)
  await expectAccessible(page, '[role="dialog"]')
})

test.describe('signed out', () => {
  test.use({ signedIn: false })

  test('the sign-in page is accessible in Chinese', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await expect(page.getByRole('alert')).toHaveText('请先粘贴访问令牌。')
    await expectAccessible(page)
  })
})

test.describe('refused', () => {
  test.use({ provokesFailures: true })

  test('the page of a cluster in maintenance is accessible in Chinese', async ({ page }) => {
    await page.goto('/teams/shop/regions/south/apps')
    await expect(page.getByRole('heading', { name: /South/, level: 1 })).toBeVisible()
    await expectAccessible(page)
  })
})
