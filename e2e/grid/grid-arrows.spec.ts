import { listen } from '../support/calls'
import { expect, test } from '../support/fixtures'
import { editorOf, openPorts, switchOf } from '../support/ports-page'

test('keys that move the focus never change the protocol of a port', async ({ page }) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  const first = editorOf(page, 80)
  const second = editorOf(page, 8080)
  const third = editorOf(page, 8081)
  await switchOf(page, 'Internal', 80).focus()
  await page.keyboard.press('Home')
  await expect(first.editProtocol).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(second.editProtocol).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(third.editProtocol).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(second.editProtocol).toBeFocused()
  await page.keyboard.press('Home')
  await expect(second.editProtocol).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(second.editAlias).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('End')
  await expect(page.getByRole('button', { name: 'Actions, port 8080', exact: true })).toBeFocused()

  for (const { row, protocol, save } of [first, second, third]) {
    await expect(row.getByText('http', { exact: true })).toBeVisible()
    await expect(protocol).toBeHidden()
    await expect(save).toBeHidden()
  }
  expect(calls.writes()).toEqual([])
})

for (const key of ['Enter', 'F2', 'Space']) {
  test(`${key} opens the list of protocols, in which arrow keys choose`, async ({ page, channel }) => {
    test.skip(channel === 'moz-firefox', 'keys from WebDriver BiDi don’t reach an open list')
    await openPorts(page, 'web')
    const { editProtocol, protocol, mark, save } = editorOf(page, 8081)
    await editProtocol.focus()
    await page.keyboard.press(key)
    await expect(protocol.and(page.locator(':open'))).toHaveCount(1)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(protocol).toHaveValue('tcp')
    await expect(mark).toBeVisible()
    await expect(save).toBeVisible()
    await expect(protocol).toBeFocused()
  })
}
