import { listen } from '../support/calls'
import { expect, test } from '../support/fixtures'
import { holdClock } from '../support/held-clock'
import { openPorts, rowsOf, switchOf } from '../support/ports-page'
import { portsPath } from '../support/world'

test('at least twelve ports are visible at 1440 × 900', async ({ page }) => {
  await openPorts(page, 'web')
  await expect(rowsOf(page)).toHaveCount(18)
  for (let index = 0; index < 12; index += 1) {
    await expect(rowsOf(page).nth(index)).toBeInViewport({ ratio: 1 })
  }
  expect(await page.evaluate(() => window.scrollY)).toBe(0)
})

test('a row shows port, protocol, alias, both switches and the addresses, and the page the internal domain', async ({
  page,
}) => {
  await openPorts(page, 'web')
  const row = rowsOf(page).filter({ has: page.getByRole('rowheader', { name: '80', exact: true }) })
  await expect(row).toContainText('http')
  await expect(row).toContainText('WEB')
  await expect(row.getByRole('gridcell').nth(2)).toHaveText('WEB')
  await expect(page.getByRole('columnheader', { name: 'Internal domain' })).toHaveCount(0)
  await expect(page.getByRole('main').getByText('Internal domain', { exact: true })).toBeVisible()
  await expect(switchOf(page, 'Internal', 80)).toBeChecked()
  await expect(switchOf(page, 'External', 80)).toBeChecked()
  await expect(row.getByRole('link').first()).toHaveAttribute('href', /^https?:\/\//)

  const feed = rowsOf(page).filter({ has: page.getByRole('rowheader', { name: '9000', exact: true }) })
  await expect(feed).toContainText(/192\.0\.2\.10:3\d{4}/)
  await expect(page.getByText('2 open at the gateway')).toBeVisible()
})

test('pressing a column sorts, pressing it again reverses, and the link keeps the order', async ({
  page,
}) => {
  await openPorts(page, 'web')
  const first = rowsOf(page).first().getByRole('rowheader')
  await expect(first).toHaveText('80')

  const grid = page.getByRole('grid', { name: 'Ports' })
  const port = grid.getByRole('columnheader', { name: 'Port', exact: true })
  await port.getByRole('button').click()
  await expect(port).toHaveAttribute('aria-sort', 'descending')
  await expect(first).toHaveText('18113')
  await expect(page).toHaveURL(/sort=-port/)

  const outer = grid.getByRole('columnheader', { name: 'External' })
  await outer.getByRole('button').click()
  await expect(outer).toHaveAttribute('aria-sort', 'ascending')
  await expect(rowsOf(page).nth(0).getByRole('rowheader')).toHaveText('80')
  await expect(rowsOf(page).nth(1).getByRole('rowheader')).toHaveText('9000')

  await page.reload()
  await expect(outer).toHaveAttribute('aria-sort', 'ascending')
  await expect(rowsOf(page).nth(1).getByRole('rowheader')).toHaveText('9000')
})

test('the filter’s hint is short where the whole one would be cut', async ({ page }) => {
  await openPorts(page, 'web')
  const filter = page.getByRole('textbox', { name: 'Filter ports' })
  await expect(filter).toHaveAttribute('placeholder', 'Port, alias, address or “external”')
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(filter).toHaveAttribute('placeholder', 'Filter ports')
})

test('the filter matches port, alias and state, and the link keeps it', async ({ page }) => {
  await openPorts(page, 'web')
  const filter = page.getByRole('textbox', { name: 'Filter ports' })
  await filter.fill('808')
  await expect(rowsOf(page)).toHaveCount(2)
  await expect(page).toHaveURL(`${portsPath('web')}?filter=808`)

  await filter.fill('outer')
  await expect(rowsOf(page)).toHaveCount(2)
  await expect(switchOf(page, 'External', 9000)).toBeVisible()

  await filter.fill('web_metrics')
  await expect(rowsOf(page)).toHaveCount(1)
  await expect(page).toHaveURL(`${portsPath('web')}?filter=web_metrics`)
  await page.reload()
  await expect(filter).toHaveValue('web_metrics')
  await expect(rowsOf(page)).toHaveCount(1)
})

test('a filter without matches says so, and can be cleared', async ({ page }) => {
  await openPorts(page, 'web')
  await page.getByRole('textbox', { name: 'Filter ports' }).fill('nothing like it')
  await expect(page.getByText('No port matches “nothing like it”')).toBeVisible()
  await page.getByRole('button', { name: 'Clear filter' }).filter({ hasText: 'Clear filter' }).click()
  await expect(rowsOf(page)).toHaveCount(18)
  await expect(page).toHaveURL(portsPath('web'))
})

test('a component without ports says so', { tag: '@any-browser' }, async ({ page }) => {
  await page.goto(portsPath('idle'))
  await expect(page.getByText('No ports yet')).toBeVisible()
})

test(
  'a toggled port keeps its row while the filter is its state',
  { tag: '@any-browser' },
  async ({ page }) => {
    await page.goto(`${portsPath('web')}?filter=8081`)
    await switchOf(page, 'Internal', 8081).click()
    await expect(switchOf(page, 'Internal', 8081)).toBeChecked()
    await expect(rowsOf(page)).toHaveCount(1)
  },
)

test.describe('unreadable', () => {
  test.use({ provokesFailures: true })

  test(
    'unreadable ports are reported, and read again on demand',
    { tag: '@any-browser' },
    async ({ page, rainbond }) => {
      const clock = await holdClock(page)
      await rainbond.fail({ fault: 'licence', path: '**/services/*/ports' })
      await page.goto(portsPath('web'))
      await clock.untilVisible(page.getByText('The ports couldn’t be read'))

      await rainbond.fail()
      const calls = listen(page)
      await page.getByRole('button', { name: 'Try again' }).click()
      await expect.poll(() => calls.sent()).toContain('GET ports')
      await page.clock.resume()
      await expect(rowsOf(page)).toHaveCount(18)
    },
  )

  test('an answer of the wrong form names the field', { tag: '@any-browser' }, async ({ page, rainbond }) => {
    await rainbond.fail({ fault: 'wrong-shape', path: '**/services/*/ports' })
    await page.goto(portsPath('web'))
    await expect(page.getByText(/\[0\]\.container_port/)).toBeVisible()
  })
})
