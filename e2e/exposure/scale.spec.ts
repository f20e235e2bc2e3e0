import { scaleSeed } from '../../emulator/seeds/scale'
import { signInAtScale } from '../support/all-ports'
import { listen } from '../support/calls'
import { expect, test } from '../support/fixtures'

const seed = scaleSeed({ components: 1000, portsPerComponent: 20 })
const last = seed.services.at(-1)

test.use({ signedIn: false })

test('what a thousand components have open is listed from their gateway rules, before any port is read', async ({
  page,
  rainbond,
}) => {
  await signInAtScale(page, rainbond, seed)
  const calls = listen(page)
  await page.route('**/ports', () => {
    // Never answered: the list must not wait for it.
  })
  await page.getByRole('link', { name: 'Open at the gateway', exact: true }).first().click()
  await expect(page.getByText('40 apps read', { exact: true })).toBeVisible()
  const total = [...seed.http_rules, ...seed.tcp_rules].filter((rule) => rule.is_outer_service).length
  await expect(page.getByText(`${total.toLocaleString('en')} addresses`, { exact: true })).toBeVisible()
  expect([calls.reads('services'), calls.reads('domains')]).toEqual([40, 40])
  expect(calls.reads('ports')).toBeLessThanOrEqual(12)

  // Only rows in view are in the document, wherever one has scrolled to.
  const rows = page.getByRole('table', { name: 'Open addresses' }).getByRole('row')
  await page.evaluate(() => window.scrollTo({ top: document.body.scrollHeight / 2 }))
  const inView = () =>
    rows.evaluateAll(
      (all) =>
        all.filter((row) => {
          const { top, bottom } = row.getBoundingClientRect()
          return bottom > 0 && top < innerHeight
        }).length,
    )
  await expect.poll(inView).toBeGreaterThan(10)
  expect(await rows.count()).toBeLessThan(80)
  await page.evaluate(() => window.scrollTo({ top: 0 }))
  await page.getByRole('textbox', { name: 'Filter addresses' }).fill(last?.service_alias ?? '')
  const own = [...seed.http_rules, ...seed.tcp_rules].filter(
    (rule) => rule.is_outer_service && rule.service_id === last?.service_id,
  )
  await expect(
    page.getByText(`${String(own.length)} of ${total.toLocaleString('en')} addresses`),
  ).toBeVisible()
})
