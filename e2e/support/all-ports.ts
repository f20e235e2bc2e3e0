import { expect, type Locator, type Page } from '@playwright/test'

/** All ports of the cluster that most tests use: 65 of 14 components. */
export const allPortsPath = '/teams/shop/regions/east/ports'

/** What the page says once everything has been read. */
export const allRead = (page: Page) => page.getByText('14 components read', { exact: true })

/** Opens all ports of the cluster, and waits until they have been read. */
export async function openAllPorts(page: Page) {
  await page.goto(allPortsPath)
  await expect(allRead(page)).toBeVisible()
}

/** Returns the switch of a port of a component, where there are several. */
export function switchIn(
  page: Page,
  field: 'Internal' | 'External',
  port: number,
  component: string,
): Locator {
  return page.getByRole('switch', { name: `${field} access, port ${port} (${component})`, exact: true })
}
