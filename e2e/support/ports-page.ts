import { expect, type Locator, type Page } from '@playwright/test'
import { portsPath } from './world'

/** Returns the switch of a port. */
export function switchOf(page: Page, field: 'Internal' | 'External', port: number): Locator {
  return page.getByRole('switch', { name: `${field} access, port ${port}`, exact: true })
}

/** Returns the rows of the grid without its header. */
export function rowsOf(page: Page): Locator {
  return page
    .getByRole('grid', { name: 'Ports' })
    .getByRole('row')
    .filter({ has: page.getByRole('switch') })
}

/** Opens a component's ports by link and waits for the grid. */
export async function openPorts(page: Page, component: string) {
  await page.goto(portsPath(component))
  await expect(page.getByRole('grid', { name: 'Ports' })).toBeVisible()
}

/** Waits until a switch is both idle and on (or off). */
export async function expectSettled(control: Locator, on: boolean) {
  await expect(control.and(control.page().locator(':not([aria-busy="true"])'))).toBeChecked({ checked: on })
}

/** Returns the controls that edit a port in its row. */
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

/** Signs in with an access token. */
export async function signIn(page: Page, token: string) {
  await page.getByLabel('Access token', { exact: true }).fill(token)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}
