import type { Locator, Page } from '@playwright/test'
import { allPortsPath, allRead } from '../support/all-ports'
import { expect, test } from '../support/fixtures'
import { switchOf } from '../support/ports-page'
import { watchShifts } from '../support/shifts'
import { portsPath } from '../support/world'

const paths = {
  teams: '/teams',
  regions: '/teams/*/regions',
  apps: '**/apps',
  components: '**/services',
  ports: '**/ports',
  rules: '**/domains',
}

/** After how many milliseconds each list is answered: only when the scripts have started, on any machine. */
type Order = Partial<Record<keyof typeof paths, number>>

const inTurn: Order = { teams: 1000, regions: 1300, apps: 1600, components: 1900, ports: 2200, rules: 2500 }

const ordersOfComponent: Record<string, Order> = {
  'with answers at once': {},
  'with one answer after the other': inTurn,
  'with the ports last': { ...inTurn, ports: 2800 },
}

const otherPages: Record<string, { path: string; read: (page: Page) => Locator }> = {
  teams: { path: '/teams', read: (page) => page.getByRole('link', { name: /Online shop/ }) },
  components: {
    path: '/teams/shop/regions/east/apps/1',
    read: (page) => page.getByRole('link', { name: /^web/ }),
  },
  'all ports': { path: allPortsPath, read: allRead },
  'what is open at the gateway': {
    path: '/teams/shop/regions/east/exposure',
    read: (page) => page.getByText(/^Updated/),
  },
}

for (const width of [390, 1440])
  test.describe(`${width} px wide`, () => {
    test.use({ viewport: { width, height: 900 } })

    for (const [name, order] of Object.entries(ordersOfComponent))
      test(`nothing moves while the page of a component opens ${name}`, async ({ page, rainbond }) => {
        await rainbond.fail(...slowly(order))
        const moved = await watchShifts(page)
        await page.goto(portsPath('web'), { waitUntil: 'commit' })
        await expect(switchOf(page, 'Internal', 8080)).toBeVisible()
        await expect(page.getByText(/^Updated/)).toBeVisible()
        await expect(page.getByText('Loading…')).toHaveCount(0)
        expect(await moved()).toEqual([])
      })

    for (const [name, { path, read }] of Object.entries(otherPages))
      test(`nothing but rows that make room for others moves while the page of ${name} opens`, async ({
        page,
        rainbond,
      }) => {
        await rainbond.fail(...slowly(inTurn))
        const moved = await watchShifts(page, '[role="row"]')
        await page.goto(path, { waitUntil: 'commit' })
        await expect(read(page)).toBeVisible()
        expect(await moved()).toEqual([])
      })
  })

function slowly(order: Order) {
  return Object.entries(order).map(([read, latencyMs]) => ({
    fault: 'slow' as const,
    method: 'GET' as const,
    path: paths[read as keyof typeof paths],
    latencyMs,
  }))
}
