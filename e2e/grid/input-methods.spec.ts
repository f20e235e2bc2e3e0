import type { Page } from '@playwright/test'
import { listen } from '../support/calls'
import { addPortOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { editorOf, openPorts, rowsOf } from '../support/ports-page'

test.skip(({ browserName }) => browserName !== 'chromium', 'composing needs the DevTools protocol')

/** Starts composing text in the focused field, as an input method does. Returns a function that ends it. */
async function compose(page: Page, text: string) {
  const browser = await page.context().newCDPSession(page)
  const at = text.length
  await browser.send('Input.imeSetComposition', { text, selectionStart: at, selectionEnd: at })
  return () => browser.send('Input.insertText', { text })
}

test('Enter and Escape of a composition neither save nor discard an edit in a row', async ({ page }) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  const { editAlias, alias } = editorOf(page, 8081)
  await editAlias.click()
  await page.keyboard.press('ControlOrMeta+a')
  const commit = await compose(page, 'WEB_COUNTS')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await commit()
  await expect(alias).toHaveValue('WEB_COUNTS')
  await expect(alias).toBeFocused()
  expect(calls.writes()).toEqual([])

  // An Enter right after a composition may still belong to it.
  await expect(async () => {
    await alias.press('Enter', { timeout: 1000 })
    await expect(alias).toBeHidden({ timeout: 2000 })
  }).toPass()
  expect(calls.writes()).toEqual(['PUT port 8081 change_port_alias'])
})

test('Escape of a composition keeps the filter', async ({ page }) => {
  await openPorts(page, 'web')
  const filter = page.getByRole('textbox', { name: 'Filter ports' })
  await filter.fill('80')
  const commit = await compose(page, '8')
  await page.keyboard.press('Escape')
  await commit()
  await expect(filter).toHaveValue('808')
  await expect(rowsOf(page)).toHaveCount(2)
})

test('Enter and Escape of a composition neither add a port nor close its dialog', async ({ page }) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  const add = addPortOf(page)
  await add.open.click()
  await add.port.fill('8090')
  calls.forget()
  await add.alias.focus()
  await page.keyboard.press('ControlOrMeta+a')
  const commit = await compose(page, 'NEW')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await commit()
  await expect(add.alias).toHaveValue('NEW')
  await expect(add.dialog).toBeVisible()
  expect(calls.sent()).toEqual([])
})

test('Enter of a composition selects nothing in a picker', async ({ page }) => {
  await openPorts(page, 'web')
  const address = page.url()
  const picker = page.getByRole('combobox', { name: 'Component', exact: true })
  await picker.click()
  const commit = await compose(page, 'orders')
  await expect(page.getByRole('option', { name: /orders-db/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await commit()
  await expect(picker).toHaveValue('orders')
  expect(page.url()).toBe(address)
})
