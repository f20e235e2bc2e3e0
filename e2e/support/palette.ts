import { expect, type Page } from '@playwright/test'

/** Returns the command palette: its field, what it found, and what it says. */
export function paletteOf(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Search everything' })
  return {
    dialog,
    field: dialog.getByRole('combobox', { name: 'Search everything' }),
    options: dialog.getByRole('option'),
    option: (name: string | RegExp) => dialog.getByRole('option', { name }),
    group: (name: string) => dialog.getByRole('group', { name }),
    active: dialog.getByRole('option', { selected: true }),
  }
}

/** Opens the palette by its keys, and waits until it has been loaded. */
export async function openPalette(page: Page) {
  // The page hears its keys once it is there.
  await page.getByRole('button', { name: 'Search everything' }).waitFor()
  await page.keyboard.press('Control+k')
  const palette = paletteOf(page)
  await expect(palette.field).toBeFocused()
  return palette
}

/** Returns the row of a port on the page of its component. */
export const rowOf = (page: Page, port: number) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: String(port), exact: true }) })
