import type { Page } from '@playwright/test'

/** What a port is edited with in its row. */
export function editorOf(page: Page, port: number) {
  const row = page
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: `Actions, port ${port}` }) })
  return {
    row,
    editAlias: row.getByRole('button', { name: `Edit alias, port ${port}`, exact: true }),
    editDomain: row.getByRole('button', { name: `Edit internal domain, port ${port}`, exact: true }),
    alias: row.getByRole('textbox', { name: `Alias, port ${port}`, exact: true }),
    domain: row.getByRole('textbox', { name: `Internal domain, port ${port}`, exact: true }),
    protocol: row.getByRole('combobox', { name: `Protocol, port ${port}`, exact: true }),
    save: row.getByRole('button', { name: 'Save', exact: true }),
    cancel: row.getByRole('button', { name: 'Cancel', exact: true }),
    mark: row.getByText('Not saved', { exact: true }),
  }
}
