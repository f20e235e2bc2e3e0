import type { Page } from '@playwright/test'
import { planOf } from '../support/dialogs'
import { expect, test as base } from '../support/fixtures'
import { fetchNothingAhead } from '../support/parts'
import { expectSettled, openPorts, switchOf } from '../support/ports-page'
import { portIn } from '../support/world'

/** A page in a second browser with the same person signed in. */
const test = base.extend<{ other: Page }>({
  other: async ({ browser, baseURL, storageState, locale }, use) => {
    const context = await browser.newContext({
      ...(baseURL === undefined ? {} : { baseURL }),
      ...(storageState === undefined ? {} : { storageState }),
      ...(locale === undefined ? {} : { locale }),
    })
    await fetchNothingAhead(context)
    await use(await context.newPage())
    await context.close()
  },
})

// Refusals because the other browser was faster appear in the browser's log too.
test.use({ provokesFailures: true })

/** An http port that opens outside with one click. */
const openable = portIn('inner', 'outer')

/** The button is disabled while a change is running or waiting for an answer. */
const refreshOf = (page: Page) => page.getByRole('button', { name: 'Refresh', exact: true })

test('two browsers open the same port at the same time, and both see it open', async ({
  page,
  other,
  rainbond,
}) => {
  await Promise.all([openPorts(page, 'web'), openPorts(other, 'web')])
  await Promise.all([switchOf(page, 'Internal', 8081).click(), switchOf(other, 'Internal', 8081).click()])
  for (const one of [page, other]) await expectSettled(switchOf(one, 'Internal', 8081), true)
  expect(await rainbond.port('web', 8081)).toMatchObject({ is_inner_service: true })
})

test('two browsers turn both switches of a port at the same time, and both show the real state', async ({
  page,
  other,
  rainbond,
}) => {
  await Promise.all([openPorts(page, 'all-http'), openPorts(other, 'all-http')])
  await Promise.all([
    switchOf(page, 'Internal', openable).click(),
    switchOf(other, 'External', openable).click(),
  ])
  // The slower one may get a new review, which closes by itself if nothing is left to do.
  for (const one of [page, other]) {
    const { dialog, cancel } = planOf(one)
    await expect(async () => {
      if (await cancel.isVisible()) await cancel.click({ timeout: 1000 })
      await expect(dialog).toBeHidden({ timeout: 1000 })
      await expect(refreshOf(one)).toBeEnabled({ timeout: 1000 })
    }).toPass()
  }
  for (const one of [page, other]) await refreshOf(one).click()
  const truth = await rainbond.port('all-http', openable)
  for (const one of [page, other]) {
    await expectSettled(switchOf(one, 'Internal', openable), truth?.is_inner_service ?? false)
    await expectSettled(switchOf(one, 'External', openable), truth?.is_outer_service ?? false)
  }
})

test('a plan is made again, with the reason, when another browser does part of it during the review', async ({
  page,
  other,
  rainbond,
}) => {
  await Promise.all([openPorts(page, 'web'), openPorts(other, 'web')])
  await switchOf(page, 'External', 8081).click()
  const plan = planOf(page)
  await expect(plan.run).toBeVisible()
  await expect(plan.steps).toHaveCount(2)

  await switchOf(other, 'Internal', 8081).click()
  await expectSettled(switchOf(other, 'Internal', 8081), true)

  await plan.run.click()
  await expect(plan.dialog).toContainText('Changed by someone else in the meantime')
  await expect(plan.dialog).toContainText('Internal access on port 8081 was opened.')
  await expect(plan.steps).toHaveCount(1)
  expect(await rainbond.port('web', 8081)).toMatchObject({ is_outer_service: false })

  await plan.run.click()
  await expectSettled(switchOf(page, 'External', 8081), true)
  await refreshOf(other).click()
  await expectSettled(switchOf(other, 'External', 8081), true)
})

test('a change refused because of another browser is planned again, with the reason', async ({
  page,
  other,
  rainbond,
}) => {
  await Promise.all([openPorts(page, 'all-http'), openPorts(other, 'all-http')])
  await switchOf(other, 'External', openable).click()
  await expectSettled(switchOf(other, 'External', openable), true)

  await switchOf(page, 'Internal', openable).click()
  const plan = planOf(page)
  await expect(plan.dialog).toContainText(`External access on port ${openable} was opened.`)
  await expect(plan.steps).toHaveCount(2)
  await plan.tryAgain.click()
  await expectSettled(switchOf(page, 'Internal', openable), false)
  expect(await rainbond.port('all-http', openable)).toMatchObject({
    is_inner_service: false,
    is_outer_service: false,
  })

  await refreshOf(other).click()
  await expectSettled(switchOf(other, 'Internal', openable), false)
  await expectSettled(switchOf(other, 'External', openable), false)
})
