import { allPortsPath, allRead } from '../support/all-ports'
import { listen } from '../support/calls'
import { expect, test } from '../support/fixtures'
import { holdAnswers } from '../support/held-answers'
import { signIn } from '../support/ports-page'
import { locate, portsPath, tokens } from '../support/world'

test.use({ provokesFailures: true })

test('parts that could not be read are named with a reason, and read again on request', async ({
  page,
  rainbond,
}) => {
  const { serviceId } = locate('orders-db')
  await rainbond.fail(
    { fault: 'crash', method: 'GET', path: `/services/${serviceId}/ports` },
    { fault: 'crash', method: 'GET', path: '**/apps/3/services' },
  )
  await page.goto(allPortsPath)
  await expect(page.getByText('8 of 9 components read')).toBeVisible()
  const failed = page.getByRole('alert').filter({ hasText: '2 parts couldn’t be read' })
  await expect(failed).toBeVisible()
  await failed.getByRole('button', { name: 'Show' }).click()
  await expect(failed.getByText('The components of Partners')).toBeVisible()
  await expect(failed.getByText('The ports of orders-db in Storefront')).toBeVisible()
  await expect(page.getByRole('row', { name: /orders-db/ }).getByText(/Couldn’t be read:/)).toBeVisible()

  await rainbond.fail({ fault: 'crash', method: 'GET', path: '**/apps/3/services' })
  await page.getByRole('button', { name: 'Try again, orders-db', exact: true }).click()
  await expect(page.getByText('1 part couldn’t be read')).toBeVisible()
  await rainbond.fail()
  await page.getByRole('button', { name: 'Try all again' }).click()
  await expect(allRead(page)).toBeVisible()
  await expect(page.getByText(/couldn’t be read/)).toHaveCount(0)
})

test('gateway rules that could not be read leave the addresses unknown', async ({ page, rainbond }) => {
  await rainbond.fail({ fault: 'crash', method: 'GET', path: '**/apps/1/domains' })
  await page.goto(allPortsPath)
  await expect(page.getByText('1 part couldn’t be read')).toBeVisible()
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(
    page.getByText('The gateway rules of Storefront, so its public addresses are unknown'),
  ).toBeVisible()
  await expect(allRead(page)).toBeVisible()
})

test('the reading can be stopped and continued, and stops with the page', async ({ page, rainbond }) => {
  const answers = await holdAnswers(page, '**/openapi/**/ports*')
  const calls = listen(page)
  const ports = () => calls.reads('ports')
  await page.goto(allPortsPath)
  // A screen reader is told of the end, not of every component.
  const status = page.getByRole('status').filter({ hasText: 'components read' })
  await expect(status).toHaveAttribute('aria-busy', 'true')
  await expect.poll(ports).toBe(12)
  await page.getByRole('button', { name: 'Stop reading' }).click()
  await expect(status).not.toHaveAttribute('aria-busy')
  await expect(page.getByText('Stopped.')).toBeVisible()
  // Those under way still arrive.
  answers.release()
  await expect(page.getByText('12 of 14 components read')).toBeVisible()
  expect(ports()).toBe(12)

  await page.getByRole('button', { name: 'Continue reading' }).click()
  await expect(allRead(page)).toBeVisible()
  expect(ports()).toBe(14)

  // Longer than it takes to leave.
  await rainbond.fail({ fault: 'slow', method: 'GET', path: '/ports', latencyMs: 5000 })
  calls.forget()
  await page.reload()
  await expect.poll(ports).toBe(12)
  await page.getByRole('link', { name: 'web', exact: true }).click()
  await expect(page).toHaveURL(portsPath('web'))
  await expect(page.getByRole('switch', { name: 'Internal access, port 80', exact: true })).toBeVisible()
  expect(ports()).toBeLessThanOrEqual(13)
})

test('a session that ends in the middle is renewed in place, and the reading goes on', async ({
  page,
  rainbond,
}) => {
  await rainbond.fail({ fault: 'unauthenticated', method: 'GET', path: '**/apps/3/domains' })
  await page.goto(allPortsPath)
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' })
  await expect(dialog).toBeVisible()
  await rainbond.fail()
  await signIn(page, tokens.ada)
  await expect(dialog).toBeHidden()
  await expect(allRead(page)).toBeVisible()
})

test('where no component can be read, the page says so for each, and reads them all again', async ({
  page,
  rainbond,
}) => {
  await rainbond.fail({ fault: 'duplicate-permission', method: 'GET', path: '/ports' })
  await page.goto(allPortsPath)
  await expect(page.getByText('0 of 14 components read')).toBeVisible()
  await expect(page.getByText('14 parts couldn’t be read')).toBeVisible()
  await rainbond.fail()
  await page.getByRole('button', { name: 'Try all again' }).click()
  await expect(allRead(page)).toBeVisible()
})

test('without a network, it waits and goes on by itself', async ({ page }) => {
  await page.route('**/services/*/ports', (route) => route.abort())
  await page.goto(allPortsPath)
  await expect(page.getByText('Waiting for the network…')).toBeVisible()
  await page.unroute('**/services/*/ports')
  await expect(allRead(page)).toBeVisible()
})
