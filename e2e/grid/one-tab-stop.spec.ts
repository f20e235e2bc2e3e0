import { listen } from '../support/calls'
import { expect, test } from '../support/fixtures'
import { editorOf, openPorts, rowsOf, switchOf } from '../support/ports-page'

test('the grid is one Tab stop, which leads back to the control that had the focus', async ({ page }) => {
  await openPorts(page, 'web')
  const grid = page.getByRole('grid', { name: 'Ports' })
  await expect(
    grid.locator('[tabindex="0"], [role="row"] :is(input, button, a[href]):not([tabindex="-1"])'),
  ).toHaveCount(0)

  await grid.focus()
  await expect(editorOf(page, 80).editProtocol).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  const { editAlias } = editorOf(page, 8080)
  await expect(editAlias).toBeFocused()

  await page.keyboard.press('Shift+Tab')
  await expect(grid.locator(':focus')).toHaveCount(0)
  await expect(grid).not.toBeFocused()
  await page.keyboard.press('Tab')
  await expect(editAlias).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(grid.locator(':focus')).toHaveCount(0)
})

test('Home, End and the Page keys move within the grid, with Ctrl to its first and last row', async ({
  page,
}) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  await switchOf(page, 'Internal', 80).focus()
  await page.keyboard.press('End')
  await expect(page.getByRole('button', { name: 'Actions, port 80', exact: true })).toBeFocused()
  await page.keyboard.press('Home')
  await expect(editorOf(page, 80).editProtocol).toBeFocused()

  await page.keyboard.press('PageDown')
  const focused = rowsOf(page).filter({ has: page.locator(':focus') })
  await expect(focused).toHaveCount(1)
  await expect(focused.getByRole('rowheader')).not.toHaveText(/^(80|8080|8081|9000)$/)
  await page.keyboard.press('PageUp')
  await expect(editorOf(page, 80).editProtocol).toBeFocused()
  await page.keyboard.press('Control+End')
  await expect(
    rowsOf(page)
      .last()
      .getByRole('button', { name: /^Edit protocol/ }),
  ).toBeFocused()
  await page.keyboard.press('Control+Home')
  await expect(editorOf(page, 80).editProtocol).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('columnheader', { name: 'Protocol' }).getByRole('button')).toBeFocused()
  expect(calls.writes()).toEqual([])
})

test('F2 opens a field, Tab leads to its buttons, and Escape returns to the cell', async ({ page }) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  const { editAlias, alias, save, cancel } = editorOf(page, 8080)
  await editAlias.focus()
  await page.keyboard.press('F2')
  await expect(alias).toBeFocused()
  await page.keyboard.type('WEB_BACK')
  await page.keyboard.press('Tab')
  await expect(save).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(cancel).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await expect(alias).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(editAlias).toBeFocused()
  await expect(alias).toBeHidden()
  expect(calls.writes()).toEqual([])
})

test.describe('refused', () => {
  test.use({ provokesFailures: true })

  test('Escape dismisses the note about a refused switch, which covers no address', async ({
    page,
    rainbond,
  }) => {
    await openPorts(page, 'web')
    await rainbond.fail({ fault: 'cluster-out-of-memory', method: 'PUT', count: 1 })
    const control = switchOf(page, 'Internal', 8080)
    await switchOf(page, 'External', 8080).focus()
    await switchOf(page, 'Internal', 8081).focus()
    await page.keyboard.press('Space')
    await expect(switchOf(page, 'Internal', 8081)).toHaveAccessibleDescription(/集群资源不足/)
    await expect(control).not.toHaveAttribute('aria-invalid')
    await page.keyboard.press('Escape')
    await expect(switchOf(page, 'Internal', 8081)).not.toHaveAttribute('aria-invalid')
    await expect(page.getByRole('button', { name: 'Dismiss, port 8081' })).toHaveCount(0)
  })
})
