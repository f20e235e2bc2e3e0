import { expect, test } from '../support/fixtures'
import { openPorts, rowsOf } from '../support/ports-page'
import { locate, seed } from '../support/world'

const manyPorts = 150

test.beforeEach(async ({ rainbond }) => {
  const { serviceId } = locate('idle')
  const [like] = seed.ports
  if (like === undefined) throw new Error('The world has no ports')
  const added = Array.from({ length: manyPorts }, (_, index) => ({
    ...like,
    ID: seed.ports.length + index + 1,
    service_id: serviceId,
    container_port: 20_000 + index,
    mapping_port: 20_000 + index,
    port_alias: `IDLE_${index}`,
    is_inner_service: false,
    is_outer_service: false,
  }))
  await rainbond.start({ ...seed, ports: [...seed.ports, ...added] })
})

test('more than a hundred ports are all printed, though only visible ones are rendered on the screen', async ({
  page,
  channel,
}) => {
  test.skip(channel === 'moz-firefox', 'a stock Firefox can’t emulate printing')
  await openPorts(page, 'idle')
  await expect(rowsOf(page).first()).toBeVisible()
  const onScreen = await rowsOf(page).count()
  expect(onScreen).toBeLessThan(60)

  await page.emulateMedia({ media: 'print' })
  await expect(rowsOf(page)).toHaveCount(manyPorts)
  // Rows do not overlap.
  const tops = await rowsOf(page).evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().top))
  expect(new Set(tops.map(Math.round)).size).toBe(manyPorts)

  await page.emulateMedia({ media: 'screen' })
  await expect(rowsOf(page)).toHaveCount(onScreen)
})

test('all ports are rendered before printing when the browser only fires events', async ({ page }) => {
  await openPorts(page, 'idle')
  await expect(rowsOf(page).first()).toBeVisible()
  const counted = await page.evaluate(() => {
    const rows = () => document.querySelectorAll('[role="grid"] [data-id]').length
    window.dispatchEvent(new Event('beforeprint'))
    const printed = rows()
    window.dispatchEvent(new Event('afterprint'))
    return { printed, after: rows() }
  })
  expect(counted.printed).toBe(manyPorts)
  expect(counted.after).toBeLessThan(60)
})
