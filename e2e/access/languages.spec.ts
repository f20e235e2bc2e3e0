import { chooseDisplay, closeDisplay } from '../support/display-settings'
import { expect, test } from '../support/fixtures'
import { openPorts } from '../support/ports-page'
import { portsPath } from '../support/world'

test.describe('in a Chinese browser', () => {
  test.use({ locale: 'zh-CN' })

  test('the main task works in Chinese', async ({ page, rainbond }) => {
    await page.goto(portsPath('web'))
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
    const grid = page.getByRole('grid', { name: '端口' })
    for (const column of ['端口号', '端口协议', '使用别名', '对内服务', '对外服务', '访问地址']) {
      await expect(grid.getByRole('columnheader', { name: column, exact: true })).toBeVisible()
    }
    for (const picker of ['团队', '集群', '应用', '组件']) {
      await expect(page.getByRole('combobox', { name: picker, exact: true })).toBeVisible()
    }

    const outer = grid.getByRole('switch', { name: /^对外服务.*8081$/ })
    await outer.click()
    await page.getByRole('dialog').getByRole('button', { name: '打开对外服务' }).click()
    await expect(outer).toBeChecked()
    await expect(outer).not.toHaveAttribute('aria-busy', 'true')
    expect(await rainbond.port('web', 8081)).toMatchObject({ is_outer_service: true })
  })

  test.describe('signed out', () => {
    test.use({ signedIn: false })

    test('the sign-in page is in Chinese', async ({ page }) => {
      await page.goto('/')
      await expect(page.getByLabel('访问令牌', { exact: true })).toBeVisible()
      await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible()
    })
  })
})

test('the language changes in place in the header, and is remembered', async ({ page }) => {
  await openPorts(page, 'web')
  await page.getByRole('textbox', { name: 'Filter ports' }).fill('808')
  await chooseDisplay(page, 'language', '中文')
  await closeDisplay(page)
  await expect(page.getByRole('grid', { name: '端口' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: '筛选端口' })).toHaveValue('808')
  await expect(page).toHaveTitle(/端口/)

  await page.reload()
  await expect(page.getByRole('grid', { name: '端口' })).toBeVisible()
  await chooseDisplay(page, 'language', 'English')
  await closeDisplay(page)
  await expect(page.getByRole('grid', { name: 'Ports' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})
