import { translate } from '../support/browser'
import { planOf } from '../support/dialogs'
import { chooseDisplay, closeDisplay } from '../support/display-settings'
import { expect, test } from '../support/fixtures'
import { expectSettled, openPorts, switchOf } from '../support/ports-page'

// React throws or logs what it cannot do in a translated page, which fails each of these tests.

test('in a translated page the counts follow the filter and the switches', async ({ page }) => {
  await openPorts(page, 'web')
  const counts = page.getByRole('status').filter({ hasText: /ports/ })
  await expect(counts).toHaveText('18 ports · 2 open at the gateway')
  await translate(page)
  const filter = page.getByRole('textbox', { name: 'Filter ports' })
  await filter.fill('808')
  await expect(counts).toHaveText('2 of 18 ports · 2 open at the gateway')
  await translate(page)
  await filter.fill('')
  await expect(counts).toHaveText('18 ports · 2 open at the gateway')

  await translate(page)
  await switchOf(page, 'External', 9000).click()
  await expectSettled(switchOf(page, 'External', 9000), false)
  await expect(counts).toHaveText('18 ports · 1 open at the gateway')
})

test('in a translated page a plan shows its progress, and the notice its outcome', async ({
  page,
  rainbond,
}) => {
  await openPorts(page, 'web')
  await translate(page)
  await switchOf(page, 'Internal', 80).click()
  const plan = planOf(page)
  await expect(plan.run).toBeVisible()
  await translate(page)
  await rainbond.fail({ fault: 'slow', method: 'PUT', latencyMs: 3000 })
  await plan.run.click()
  await expect(plan.dialog.getByRole('status').filter({ hasText: 'Step 1 of 2' })).toBeVisible()
  await translate(page)
  await expect(plan.dialog.getByRole('status').filter({ hasText: 'Step 2 of 2' })).toBeVisible()
  await translate(page)
  await expect(plan.dialog).toBeHidden()
  const notices = page.getByRole('region', { name: 'Last change' })
  await expect(notices.getByRole('status')).toContainText('port 80')
  await translate(page)
  await notices.getByRole('button', { name: 'Undo' }).click()
  await plan.run.click()
  await expectSettled(switchOf(page, 'External', 80), true)
  await expect(notices.getByRole('status')).toContainText('Undone')
})

test('in a translated page the age of the data keeps counting', async ({ page }) => {
  await page.clock.install()
  await openPorts(page, 'web')
  await expect(page.getByText(/^Updated/)).toBeVisible()
  await translate(page)
  await page.clock.runFor(9000)
  const age = page.getByText(/^Updated \d+ s ago$/)
  await expect(age).toBeVisible()
  await translate(page)
  // The clock also runs by itself, so only its progress matters.
  const before = await age.innerText()
  await page.clock.runFor(15_000)
  await expect(age).toBeVisible()
  await expect(page.getByText(before, { exact: true })).toBeHidden()
})

test.describe('refused', () => {
  test.use({ provokesFailures: true })

  test('in a translated page a refusal appears and disappears without breaking its row', async ({
    page,
    rainbond,
  }) => {
    await openPorts(page, 'web')
    await translate(page)
    await rainbond.fail({ fault: 'cluster-error', method: 'PUT' })
    await switchOf(page, 'Internal', 8081).click()
    const dismiss = page.getByRole('button', { name: 'Dismiss, port 8081' })
    await expect(dismiss).toBeVisible()
    await translate(page)
    await dismiss.click()
    await expect(dismiss).toBeHidden()
    await expect(page.getByRole('row').filter({ hasText: '8081' })).toContainText('WEB_METRICS')
  })
})

test('a translated page can be sorted, switched to another language and left', async ({ page }) => {
  await openPorts(page, 'web')
  await translate(page)
  await page.getByRole('columnheader', { name: 'Port', exact: true }).getByRole('button').click()
  await expect(page.getByRole('row').nth(1).getByRole('rowheader')).toHaveText('18113')
  await translate(page)
  await chooseDisplay(page, 'language', '中文')
  await closeDisplay(page)
  await expect(page.getByRole('columnheader', { name: '端口号', exact: true })).toBeVisible()
  await translate(page)
  await page
    .getByRole('banner')
    .getByRole('link', { name: /^Portdeck/ })
    .click()
  await expect(page.getByRole('heading', { name: '选择团队' })).toBeVisible()
})

test.describe('signed out', () => {
  test.use({ signedIn: false, provokesFailures: true })

  test('in a translated page the sign-in explains a refusal in either language', async ({ page }) => {
    await page.goto('/')
    await expect(page.getByLabel('Access token', { exact: true })).toBeVisible()
    await translate(page)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByRole('alert')).toHaveText('Paste your access token first.')
    await translate(page)
    await page.getByLabel('Access token', { exact: true }).fill('wrong')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText('Rainbond rejected this token.')
    await translate(page)
    await chooseDisplay(page, 'language', '中文')
    await expect(page.getByRole('listitem').first()).toContainText('打开')
    await expect(page.getByRole('alert')).not.toContainText('Rainbond rejected')
  })
})
