import type { Page } from '@playwright/test'
import { pastedText, selectedText } from '../support/browser'
import { planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { openPorts, switchOf } from '../support/ports-page'
import { portsPath } from '../support/world'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const dialogOf = (page: Page, name: RegExp) => page.getByRole('dialog', { name })

async function openVariables(page: Page, port: number) {
  await button(page, `Actions, port ${port}`).click()
  await page.getByRole('menuitem', { name: 'Connection variables', exact: true }).click()
  return page.getByRole('dialog', { name: `Connection variables of port ${port}` })
}

test.use({ permissions: ['clipboard-write'] })

test.describe('addresses', () => {
  test('copies an address from its row, and says so', async ({ page }) => {
    await openPorts(page, 'web')
    await button(page, 'Copy address https://www.shop.test').click()
    await expect(page.getByText('Copied: https://www.shop.test')).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: /^Copied: / })).toHaveCount(1)
    expect(await pastedText(page)).toBe('https://www.shop.test')
  })

  test('shows the internal address of a port that is only open inside', async ({ page }) => {
    await openPorts(page, 'web')
    await button(page, 'Copy address web:8080').click()
    await expect(page.getByText('Copied: web:8080')).toBeVisible()
    expect(await pastedText(page)).toBe('web:8080')
  })

  test('lists all open addresses of a port, each with a copy button', async ({ page }) => {
    await openPorts(page, 'web')
    const more = button(page, '+2 more addresses, port 80')
    await more.click()
    const list = page.getByRole('dialog', { name: 'Addresses of port 80' })
    await expect(list.getByRole('listitem')).toHaveText([
      /^https:\/\/www\.shop\.test.*custom domain/,
      /^http:\/\/.*-80-shop\.east\.apps\.test/,
      /^web:80/,
    ])
    await list.getByRole('button', { name: 'Copy address web:80', exact: true }).click()
    await expect(list.getByText('Copied', { exact: true })).toBeVisible()

    await page.keyboard.press('Escape')
    await expect(list).toBeHidden()
    await expect(more).toBeFocused()
    expect(await pastedText(page)).toBe('web:80')
  })

  test('shows a TCP address as the cluster’s host with the assigned port', async ({ page }) => {
    await openPorts(page, 'web')
    await expect(page.getByRole('button', { name: /^Copy address 192\.0\.2\.10:\d+$/ })).toBeVisible()
  })

  test('never offers a closed address', async ({ page, rainbond }) => {
    await rainbond.change('web', 80, { action: 'close_outer' })
    await openPorts(page, 'web')
    await expect(button(page, 'Copy address web:80')).toBeVisible()
    await expect(page.getByText('www.shop.test')).toBeHidden()
    await expect(page.getByRole('button', { name: /more address.*port 80$/ })).toBeHidden()
  })

  for (const [case_, clipboard] of [
    ['does not exist, as over plain http', 'undefined'],
    ['refuses', '({ writeText: () => Promise.reject(new Error("denied")) })'],
  ] as const) {
    test(`selects the text and says so when the clipboard ${case_}`, async ({ page }) => {
      await page.addInitScript(`Object.defineProperty(navigator, 'clipboard', { value: ${clipboard} })`)
      await openPorts(page, 'web')
      await button(page, 'Copy address https://www.shop.test').click()
      await expect(page.getByText(/The text is selected/)).toBeVisible()
      await expect(page.getByRole('status').filter({ hasText: 'The text is selected' })).toHaveCount(1)
      await expect.poll(() => selectedText(page)).toBe('https://www.shop.test')
      await page.keyboard.press('Control+C')
      expect(await pastedText(page)).toBe('https://www.shop.test')

      const variables = await openVariables(page, 8080)
      await variables.getByRole('button', { name: 'Copy value of WEB_ADMIN_HOST', exact: true }).click()
      await expect(variables.getByText(/The text is selected/)).toBeVisible()
      await expect.poll(() => selectedText(page)).toBe('web')
      await variables.getByRole('button', { name: 'Copy as .env', exact: true }).click()
      await expect.poll(() => selectedText(page)).toBe('WEB_ADMIN_HOST=web\nWEB_ADMIN_PORT=8080')
      await page.keyboard.press('Escape')

      await switchOf(page, 'Internal', 80).click()
      const { dialog } = planOf(page)
      await dialog.getByRole('button', { name: 'Show as curl', exact: true }).click()
      await dialog.getByRole('button', { name: /^Copy as curl, step 2/ }).click()
      await expect(dialog.getByText(/The text is selected/)).toBeVisible()
      await expect.poll(() => selectedText(page)).toContain(`-d '{"action":"close_inner"}'`)
    })
  }
})

test.describe('connection variables', () => {
  test('are shown and copied by name, by value and as .env', async ({ page }) => {
    await openPorts(page, 'web')
    const variables = await openVariables(page, 80)
    await expect(variables.getByRole('row')).toHaveText([/Name.*Value/, /WEB_HOST.*web/, /WEB_PORT.*80/])
    await expect(variables.getByText(/derives them from the alias/)).toBeVisible()
    await expect(variables.getByText(/built-in service mesh/)).toBeHidden()

    await variables.getByRole('button', { name: 'Copy value of WEB_HOST', exact: true }).click()
    await expect(variables.getByText('Copied', { exact: true })).toBeVisible()
    await variables.getByRole('button', { name: 'Copy as .env', exact: true }).click()
    await expect(variables.getByText('Copied', { exact: true })).toHaveCount(2)
    await page.keyboard.press('Escape')
    await expect(button(page, 'Actions, port 80')).toBeFocused()
    // A single-line field turns line breaks into spaces.
    expect((await pastedText(page)).trim().split(/\s+/)).toEqual(['WEB_HOST=web', 'WEB_PORT=80'])
  })

  test('use the sidecar’s host in a meshed app, and explain the alternative', async ({ page }) => {
    await openPorts(page, 'busy-bee')
    const variables = await openVariables(page, 8080)
    await expect(variables.getByRole('row', { name: /BEE_HOST/ })).toContainText('127.0.0.1')
    await expect(variables.getByText(/BEE_HOST may still be bee/)).toBeVisible()
  })

  test('are missing for a port that is closed inside, and the page says so', async ({ page }) => {
    await openPorts(page, 'web')
    const variables = await openVariables(page, 8081)
    await expect(variables.getByText('None while internal access is closed.')).toBeVisible()
    await expect(variables.getByRole('table')).toBeHidden()
  })
})

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' })

  test('addresses and connection variables are copied', async ({ page }) => {
    await page.goto(portsPath('web'))
    await button(page, '复制地址 https://www.shop.test').click()
    await expect(page.getByText('已复制：https://www.shop.test')).toBeVisible()

    await button(page, '+2 个地址，端口 80').click()
    const list = dialogOf(page, /端口 80 的访问地址/)
    await list.getByRole('button', { name: '复制地址 web:80', exact: true }).click()
    await expect(list.getByText('已复制', { exact: true })).toBeVisible()
    await expect(list.getByText('自定义域名')).toBeVisible()
    await page.keyboard.press('Escape')

    await button(page, '操作，端口 80').click()
    await page.getByRole('menuitem', { name: '连接信息', exact: true }).click()
    const variables = dialogOf(page, /端口 80 的连接信息/)
    await expect(variables.getByRole('row').first()).toHaveText(/变量名.*变量值/)
    await variables.getByRole('button', { name: '复制为 .env', exact: true }).click()
    await expect(variables.getByText('已复制', { exact: true })).toBeVisible()
  })

  test('says that the text is selected without a clipboard', async ({ page }) => {
    await page.addInitScript(`Object.defineProperty(navigator, 'clipboard', { value: undefined })`)
    await page.goto(portsPath('web'))
    await button(page, '复制地址 web:8080').click()
    await expect(page.getByText(/文本已选中/)).toBeVisible()
    await expect.poll(() => selectedText(page)).toBe('web:8080')
  })
})
