import { scaleSeed, scaleToken } from '../../emulator/seeds/scale'
import { listen } from '../support/calls'
import { expect, test } from '../support/fixtures'
import { expectSettled, rowsOf, signIn } from '../support/ports-page'

const seed = scaleSeed({ components: 1000, portsPerComponent: 20 })

test.use({ signedIn: false })

test('a thousand components can be used from the first answers on, and are complete after as many requests as needed', async ({
  page,
  rainbond,
}) => {
  await rainbond.start(seed)
  await page.goto('/')
  await signIn(page, scaleToken)
  await page.getByRole('link', { name: 'All ports', exact: true }).waitFor()
  const calls = listen(page)
  await page.getByRole('link', { name: 'All ports', exact: true }).click()

  const first = page.getByRole('switch', { name: 'Internal access, port 8001 (component 1)', exact: true })
  await expect(first).toBeVisible()
  await expect(page.getByRole('button', { name: 'Stop reading' })).toBeVisible()
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
  const filter = page.getByRole('textbox', { name: 'Filter ports' })
  await filter.fill('component-777')
  await filter.fill('')

  await expect(all).toBeVisible({ timeout: 120_000 })
  await expect(page.getByText(/^20,000 ports · 5,\d{3} open at the gateway$/)).toBeVisible()
  const count = (name: string) => calls.sent().filter((call) => call === `GET ${name}`).length
  // One component of one app was read back after the change.
  expect([count('services'), count('domains'), count('ports')]).toEqual([40, 41, 1001])

  await filter.fill('component 1000')
  await expect(page.getByText(/of 20,000 ports/)).toBeVisible()
  await page.getByText('One list', { exact: true }).click()
  await page
    .getByRole('button', { name: 'Port ↑', exact: true })
    .or(page.getByRole('button', { name: 'Port', exact: true }))
    .click()
  await expect(rowsOf(page).first()).toContainText('8019')
})
