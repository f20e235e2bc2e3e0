import { listen } from '../support/calls'
import { addPortOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { editorOf, openPorts, switchOf } from '../support/ports-page'

test.use({ readOnly: true })

test('nothing can be selected, added, edited or switched, and the page says why', async ({ page }) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  await expect(page.getByText(/^Read-only: your Portdeck administrator/)).toBeVisible()

  const add = addPortOf(page)
  const { editAlias, alias, protocol, row } = editorOf(page, 8080)
  for (const control of [add.open, editAlias, switchOf(page, 'Internal', 8080)]) {
    await expect(control).toHaveAttribute('aria-disabled', 'true')
    await expect(control).toHaveAccessibleDescription(/^Read-only/)
    await control.focus()
    await page.keyboard.press('Enter')
  }
  await expect(add.dialog).toBeHidden()
  await expect(alias).toBeHidden()
  await expect(protocol).toBeHidden()
  await expect(row.getByText('http', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'Actions, port 8080' }).click()
  const remove = page.getByRole('menuitem', { name: 'Delete port' })
  await expect(remove).toHaveAttribute('aria-disabled', 'true')
  await expect(remove).toHaveAccessibleDescription(/^Read-only/)
  await remove.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('grid').getByRole('checkbox')).toHaveCount(0)
  expect(calls.writes()).toEqual([])
})
