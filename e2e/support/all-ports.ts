import { expect, type Locator, type Page } from '@playwright/test'
import { type scaleSeed, scaleToken } from '../../emulator/seeds/scale'
import type { ConsoleDouble } from './console-double'
import { signIn } from './ports-page'

/** All ports of the cluster that most tests use: 65 of 14 components. */
export const allPortsPath = '/teams/shop/regions/east/ports'

/** What the page says once everything has been read. */
export const allRead = (page: Page) => page.getByText('14 components read', { exact: true })

/** Opens all ports of the cluster, and waits until they have been read. */
export async function openAllPorts(page: Page) {
  await page.goto(allPortsPath)
  await expect(allRead(page)).toBeVisible()
}

/** Starts a console of many components, signs in to it, and waits for the link to all their ports. */
export async function signInAtScale(page: Page, rainbond: ConsoleDouble, seed: ReturnType<typeof scaleSeed>) {
  await rainbond.start(seed)
  await page.goto('/')
  await signIn(page, scaleToken)
  await page.getByRole('link', { name: 'All ports', exact: true }).waitFor()
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
