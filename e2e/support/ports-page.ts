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

/**
 * Returns the controls that edit a port in its row. Each field has its own `save`, `cancel` and `mark`: `editorOf(page, 80).in`
 * tells them apart where several are open.
 */
export function editorOf(page: Page, port: number) {
  const row = page
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: `Actions, port ${port}`, exact: true }) })
  const alias = row.getByRole('textbox', { name: `Alias, port ${port}`, exact: true })
  const domain = row.getByRole('textbox', { name: `Internal domain, port ${port}`, exact: true })
  const protocol = row.getByRole('combobox', { name: `Protocol, port ${port}`, exact: true })
  return {
    row,
    editProtocol: row.getByRole('button', { name: `Edit protocol, port ${port}`, exact: true }),
    editAlias: row.getByRole('button', { name: `Edit alias, port ${port}`, exact: true }),
    /** Only in old data, where the ports of a component have different internal domains; else see `domainEditorOf`. */
    editDomain: row.getByRole('button', { name: `Edit internal domain, port ${port}`, exact: true }),
    alias,
    domain,
    protocol,
    ...closingOf(row),
    /** The same of one field. */
    in: (field: 'alias' | 'domain' | 'protocol') => closingOf(row.locator(`[data-editor="${field}"]`)),
    /** Opens the choice of a protocol and chooses one. */
    chooseProtocol: async (choice: string) => {
      await row.getByRole('button', { name: `Edit protocol, port ${port}`, exact: true }).click()
      await protocol.selectOption(choice)
    },
  }
}

/** Returns the controls that edit the internal domain of the component. */
export function domainEditorOf(page: Page) {
  const domain = page.getByRole('textbox', { name: 'Internal domain', exact: true })
  const { save, cancel } = closingOf(page.locator('form').filter({ has: domain }))
  return {
    /** Where it is shown while it isn't edited. */
    shown: page.getByRole('listitem').filter({ hasText: 'Internal domain' }).getByRole('code'),
    editDomain: page.getByRole('button', { name: 'Edit internal domain', exact: true }),
    domain,
    save,
    cancel,
  }
}

function closingOf(part: Locator) {
  return {
    save: part.getByRole('button', { name: 'Save', exact: true }),
    cancel: part.getByRole('button', { name: 'Cancel', exact: true }),
    mark: part.getByText('Not saved', { exact: true }),
  }
}

/** Signs in with an access token. */
export async function signIn(page: Page, token: string) {
  await page.getByLabel('Access token', { exact: true }).fill(token)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}
