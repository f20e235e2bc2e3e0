import { expect, type Locator, type Page } from '@playwright/test'
import { portsPath } from './world'

/** The switch of a port. */
export function switchOf(page: Page, field: 'Inner' | 'Outer', port: number): Locator {
  return page.getByRole('switch', { name: `${field}, port ${port}`, exact: true })
}

/** The rows of the grid, without its head. */
export function rowsOf(page: Page): Locator {
  return page
    .getByRole('grid', { name: 'Ports' })
    .getByRole('row')
    .filter({ has: page.getByRole('switch') })
}

/** Opens a component's ports by link and waits until they are there. */
export async function openPorts(page: Page, component: string) {
  await page.goto(portsPath(component))
  await expect(page.getByRole('grid', { name: 'Ports' })).toBeVisible()
}

/** Waits until a switch stands as said and nothing is under way any more, both at the same moment. */
export async function expectSettled(control: Locator, on: boolean) {
  await expect(control.and(control.page().locator(':not([aria-busy="true"])'))).toBeChecked({ checked: on })
}
