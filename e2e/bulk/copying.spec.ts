import type { Page } from '@playwright/test'
import { openAllPorts } from '../support/all-ports'
import { expectAccessible } from '../support/axe'
import { listen } from '../support/calls'
import { planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { openPalette } from '../support/palette'
import { openPorts } from '../support/ports-page'
import { locate, seed } from '../support/world'

function copyOf(page: Page) {
  const dialog = page.getByRole('dialog', { name: /^Copy settings of / })
  const button = (name: string | RegExp) => dialog.getByRole('button', { name, exact: true })
  return {
    dialog,
    level: (name: string) => dialog.getByRole('combobox', { name, exact: true }),
    compare: button('Compare'),
    review: button(/^Review \d+ ports?$/),
    items: (list: string) => dialog.getByRole('list', { name: list }).getByRole('listitem'),
  }
}

/** Chooses by typing, as people do who know the name. */
async function choose(page: Page, level: string, name: string) {
  const field = copyOf(page).level(level)
  await field.fill(name)
  await page.getByRole('option', { name: new RegExp(`^${name}`) }).waitFor()
  await field.press('Enter')
  await expect(field).toHaveValue(name)
}

/** In it, the app Staging has a component `web` as the Storefront has, whose port is open to the outside. */
function worldOfTwoStages(): typeof seed {
  const { serviceId } = locate('web-next')
  return {
    ...seed,
    services: seed.services.map((service) =>
      service.service_id === serviceId ? { ...service, service_cname: 'web' } : service,
    ),
    ports: seed.ports.map((port) =>
      port.service_id === serviceId ? { ...port, is_outer_service: true } : port,
    ),
  }
}

test('an app gets the settings of another one in another cluster', async ({ page, rainbond }) => {
  await rainbond.start(worldOfTwoStages())
  const calls = listen(page)
  await page.goto('/teams/shop/regions/north/ports')
  await page.getByRole('button', { name: 'Sheet', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Copy settings of 1 port…' }).click()
  await choose(page, 'Cluster', 'East')
  await choose(page, 'App', 'Storefront')
  const { dialog, compare, items, review } = copyOf(page)
  await compare.click()
  await expect(items('Differences')).toHaveText([
    /Storefront \/ web.*From Staging \/ web/,
    /Port 8080.*External:Closed→Open/,
  ])
  await expect(dialog).toContainText('From North / Staging / web to Online shop / East / Storefront')
  await expectAccessible(page, '[role="dialog"]')
  await review.click()
  expect(calls.writes()).toEqual([])
  await planOf(page).run.click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await rainbond.port('web', 8080)).toMatchObject({ is_outer_service: true })
})

test('by keyboard, what has no counterpart is listed, and the focus returns to the bar', async ({ page }) => {
  await openAllPorts(page)
  await page.getByRole('checkbox', { name: 'Select all ports of orders-db' }).check()
  const open = page.getByRole('region', { name: 'Selected ports' }).getByRole('button', {
    name: 'Copy settings…',
  })
  await open.press('Enter')
  const { dialog, level, compare, items } = copyOf(page)
  await expect(level('Team')).toBeFocused()
  await page.keyboard.press('Tab')
  await choose(page, 'Cluster', 'North')
  await expect(level('App')).toHaveValue('All apps')
  await expectAccessible(page, '[role="dialog"]')
  await compare.press('Enter')
  await expect(items('Not copied')).toHaveText([/orders-db.*3306, 33060.*There is no app of this name\./])
  await expect(dialog).toContainText('Nothing to change')
  await page.keyboard.press('Escape')
  await expect(open).toBeFocused()
})

test('the palette copies all ports of a component to another one', async ({ page }) => {
  await openPorts(page, 'orders-db')
  const palette = await openPalette(page)
  await palette.field.fill('copy settings')
  await palette.option(/^Copy settings/).click()
  const { dialog, compare, items } = copyOf(page)
  await expect(dialog).toContainText('From East / Storefront / orders-db (1 component)')
  await choose(page, 'App', 'Back office')
  await choose(page, 'Component', 'console')
  await compare.click()
  await expect(items('Not copied')).toHaveText([/orders-db.*3306, 33060.*It’s missing there\./])
  await dialog.getByRole('checkbox', { name: 'Add ports that are missing there' }).check()
  await expect(items('Differences')).toHaveText([
    /Back office \/ console/,
    /Port 3306.*Added.*mysql/,
    /Port 33060.*Added.*tcp.*Internal:Open/,
  ])
})
