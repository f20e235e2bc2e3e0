import { scaleSeed } from '../../emulator/seeds/scale'
import { signInAtScale } from '../support/all-ports'
import { listen } from '../support/calls'
import { expect, test } from '../support/fixtures'
import { holdAnswers } from '../support/held-answers'
import { expectSettled, rowsOf } from '../support/ports-page'

const seed = scaleSeed({ components: 1000, portsPerComponent: 20 })
const few = scaleSeed({ components: 30, portsPerComponent: 20 })

test.use({ signedIn: false })

test('a thousand components can be used from the first answers on, and are complete after as many requests as needed', async ({
  page,
  rainbond,
}) => {
  await signInAtScale(page, rainbond, seed)
  const calls = listen(page)
  await page.getByRole('link', { name: 'All ports', exact: true }).click()

  const first = page.getByRole('switch', { name: 'Internal access, port 8001 (component 1)', exact: true })
  await expect(first).toBeVisible()
  await expect(page.getByRole('button', { name: 'Stop reading' })).toBeVisible()
  // The gateway rules of its app are there, too.
  await expect(page.getByText(/^203\.0\.113\.40:\d+$/).first()).toBeVisible()
  const wasOn = await first.isChecked()
  await first.click()
  await expectSettled(first, !wasOn)

  const all = page.getByText('1,000 components read', { exact: true })
  await expect(all).toBeHidden()
  await page.mouse.move(700, 500)
  await page.mouse.wheel(0, 6000)
  // The component of the rows in view stays above them.
  const group = page.getByRole('row', { name: /^app \d+ \/ component \d+/ }).first()
  await expect(group).toBeInViewport()
  const filter = page.getByRole('combobox', { name: 'Filter ports' })
  await filter.fill('component-777')
  await filter.fill('')

  await expect(all).toBeVisible({ timeout: 120_000 })
  await expect(page.getByText(/^20,000 ports · 5,\d{3} open at the gateway$/)).toBeVisible()
  // One component of one app was read back after the change.
  expect([calls.reads('services'), calls.reads('domains'), calls.reads('ports')]).toEqual([40, 41, 1001])

  await filter.fill('component 1000')
  await expect(page.getByText(/of 20,000 ports/)).toBeVisible()
  await page.getByText('One list', { exact: true }).click()
  await page
    .getByRole('button', { name: 'Port ↑', exact: true })
    .or(page.getByRole('button', { name: 'Port', exact: true }))
    .click()
  await expect(rowsOf(page).first()).toContainText('8019')
})

test('the row below the pointer keeps its place while rows arrive above it', async ({ page, rainbond }) => {
  await signInAtScale(page, rainbond, few)
  const { release } = await holdAnswers(page, `**/services/${few.services[0]?.service_id ?? ''}/ports`)
  await page.getByRole('link', { name: 'All ports', exact: true }).click()
  await expect(page.getByText('29 of 30 components read')).toBeVisible()

  await page.mouse.move(700, 500)
  await page.mouse.wheel(0, 5000)
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(5000)
  const id = await page.evaluate(
    () => document.elementFromPoint(700, 500)?.closest<HTMLElement>('[data-id]')?.dataset['id'],
  )
  const row = page.locator(`[data-id="${id ?? ''}"]`)
  const before = await row.boundingBox()
  release()
  await expect(page.getByText('30 components read', { exact: true })).toBeVisible()
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(5000 + 20 * 44)
  expect((await row.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0)
})
