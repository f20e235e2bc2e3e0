import type { Page } from '@playwright/test'
import { planFragment } from '../../src/features/change/share/link/plan-link'
import { allPortsPath } from '../support/all-ports'
import { expectAccessible } from '../support/axe'
import { pastedText } from '../support/browser'
import { planOf } from '../support/dialogs'
import { expect, test as base } from '../support/fixtures'
import { fetchNothingAhead } from '../support/parts'
import { openPorts, signIn, switchOf } from '../support/ports-page'
import { locate, portsPath, tokens, worldWithout } from '../support/world'

/** A page in the browser of somebody else, who isn't signed in. */
const test = base.extend<{ other: Page }>({
  other: async ({ browser, baseURL }, use) => {
    const context = await browser.newContext({
      ...(baseURL !== undefined && { baseURL }),
      storageState: { cookies: [], origins: [] },
    })
    await fetchNothingAhead(context)
    await use(await context.newPage())
    await context.close()
  },
})

test.use({ permissions: ['clipboard-write'] })

const opened = (page: Page) => page.getByRole('dialog', { name: 'Plan from a link' })
const cameByLink = 'This plan came from a link and was planned again from the current state.'

/** Returns the fragment of a link that asks for these ports of components to be open or closed to the outside. */
function fragmentOf(asked: readonly (readonly [component: string, port: number, outer: boolean])[]) {
  const { teamId, region } = locate('web')
  const parts = asked.map(([name, port, outer]) => {
    const { app, serviceId } = locate(name)
    const names = ['Shop', name] as const
    return { app, component: serviceId, names, desired: { ports: new Map([[port, { outer }]]) } }
  })
  return planFragment({ team: teamId, region, parts })
}

test('a plan goes by link to somebody who signs in first, reviews the same steps, and runs them', async ({
  page,
  other,
  rainbond,
}) => {
  await openPorts(page, 'web')
  await switchOf(page, 'Internal', 80).click()
  const plan = planOf(page)
  await expect(plan.steps).toHaveCount(2)
  const steps = await plan.steps.allTextContents()
  const share = plan.dialog.getByRole('button', { name: 'Share plan' })
  await share.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Share this plan' })
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(share).toBeFocused()
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Copy link' }).press('Enter')
  await expect(dialog.getByText('Copied', { exact: true })).toBeVisible()
  await dialog.getByRole('button', { name: 'Close', exact: true }).click()
  await plan.cancel.click()
  const link = await pastedText(page)
  expect(link).toContain(`${portsPath('web').split('/services/')[1] ?? ''}#plan=`)

  await other.goto(link)
  await signIn(other, tokens.ada)
  const theirs = planOf(other)
  await expect(theirs.dialog).toContainText(cameByLink)
  await expect(theirs.steps).toHaveText(steps)
  await expectAccessible(other)
  expect(await rainbond.port('web', 80)).toMatchObject({ is_inner_service: true, is_outer_service: true })
  expect(other.url()).not.toContain('#')
  await theirs.run.click()
  await expect(theirs.dialog).toBeHidden()
  expect(await rainbond.port('web', 80)).toMatchObject({ is_inner_service: false, is_outer_service: false })

  await other.reload()
  await expect(switchOf(other, 'Internal', 80)).not.toBeChecked()
  await expect(other.getByRole('dialog')).toBeHidden()
})

test('the script and the runbook are saved as files', async ({ page }) => {
  await openPorts(page, 'web')
  await switchOf(page, 'Internal', 80).click()
  await planOf(page).dialog.getByRole('button', { name: 'Share plan' }).click()
  for (const [button, file] of [
    ['Save script', 'portdeck-plan.sh'],
    ['Save runbook', 'portdeck-runbook.md'],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ])
    expect(download.suggestedFilename()).toBe(file)
  }
})

test('a link to what is so already says that there is nothing to change', async ({ page }) => {
  await page.goto(portsPath('web') + (await fragmentOf([['web', 8080, false]])))
  await expect(opened(page)).toContainText('Nothing to change')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(opened(page)).toBeHidden()
  await expect(page).toHaveURL(portsPath('web'))
})

test.describe('what is refused', () => {
  test.use({ provokesFailures: true })

  test('a damaged link changes nothing, and Back leads to where one was', async ({ page }) => {
    await page.goto(allPortsPath)
    await expect(page.getByRole('grid')).toBeVisible()
    const fragment = await fragmentOf([['web', 8080, true]])
    await page.goto(portsPath('web') + fragment.slice(0, -9))
    await expect(opened(page)).toContainText('This link is damaged or was cut off. Nothing was changed.')
    await page.keyboard.press('Escape')
    await expect(opened(page)).toBeHidden()
    await page.goBack()
    await expect(page).toHaveURL(allPortsPath)
    await page.goForward()
    await expect(switchOf(page, 'External', 8080)).not.toBeChecked()
    await expect(opened(page)).toBeHidden()
  })

  test('a component that is no more is named beside what is left', async ({ page, rainbond }) => {
    await rainbond.start(worldWithout('console'))
    const one = await fragmentOf([['console', 8080, true]])
    await page.goto(portsPath('console') + one)
    await expect(opened(page)).toContainText('Not found, or you don’t have access: Shop / console')

    const two = await fragmentOf([
      ['web', 8080, true],
      ['console', 8080, true],
    ])
    await page.goto(allPortsPath + two)
    await expect(planOf(page).dialog).toContainText(cameByLink)
    await expect(planOf(page).dialog).toContainText('Not found, or you don’t have access: Shop / console')
    await planOf(page).cancel.click()
    await expect(page.getByRole('dialog')).toBeHidden()
  })
})

test('a link that is opened while a review is open waits for its answer', async ({ page, rainbond }) => {
  const fragment = await fragmentOf([
    ['web', 8080, true],
    ['console', 8080, true],
  ])
  await openPorts(page, 'web')
  await switchOf(page, 'Internal', 80).click()
  const plan = planOf(page)
  await expect(plan.steps).toHaveCount(2)
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, fragment)
  await expect(page).toHaveURL(portsPath('web'))
  await expect(plan.dialog).not.toContainText(cameByLink)
  await plan.run.click()
  await expect(plan.dialog).toContainText(cameByLink)
  await expect(plan.dialog).toContainText('2 components')
  expect(await rainbond.port('web', 80)).toMatchObject({ is_inner_service: false })
  await plan.run.click()
  await expect(plan.dialog).toBeHidden()
  for (const component of ['web', 'console'])
    expect(await rainbond.port(component, 8080)).toMatchObject({ is_outer_service: true })
})
