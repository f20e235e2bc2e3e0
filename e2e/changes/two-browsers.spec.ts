import type { Page } from '@playwright/test'
import { planOf } from '../support/dialogs'
import { expect, test as base } from '../support/fixtures'
import { expectSettled, openPorts, switchOf } from '../support/ports-page'
import { portIn } from '../support/world'

/** A page of a second browser, in which the same person is signed in. */
const test = base.extend<{ other: Page }>({
  other: async ({ browser, baseURL, storageState, locale }, use) => {
    const context = await browser.newContext({
      ...(baseURL === undefined ? {} : { baseURL }),
      ...(storageState === undefined ? {} : { storageState }),
      ...(locale === undefined ? {} : { locale }),
    })
    await use(await context.newPage())
    await context.close()
  },
})

// What is refused because somebody else was faster stands in the browser's own log, too.
test.use({ provokesFailures: true })

/** An http port whose outer opens at the click. */
const openable = portIn('inner', 'outer')

/** It cannot be pressed while a change is under way, or waits for an answer. */
const refreshOf = (page: Page) => page.getByRole('button', { name: 'Refresh', exact: true })

test('two browsers open the same port at once, and both see it open', async ({ page, other, rainbond }) => {
  await Promise.all([openPorts(page, 'web'), openPorts(other, 'web')])
  await Promise.all([switchOf(page, 'Internal', 8081).click(), switchOf(other, 'Internal', 8081).click()])
  for (const one of [page, other]) await expectSettled(switchOf(one, 'Internal', 8081), true)
  expect(await rainbond.port('web', 8081)).toMatchObject({ is_inner_service: true })
})

test('two browsers turn both switches of a port at once, and both end up with the truth', async ({
  page,
  other,
  rainbond,
}) => {
  await Promise.all([openPorts(page, 'all-http'), openPorts(other, 'all-http')])
  await Promise.all([
    switchOf(page, 'Internal', openable).click(),
    switchOf(other, 'External', openable).click(),
  ])
  // Who comes second may be shown the plan anew, which may also turn out to be done already and close by itself.
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

test('a plan that is shown while another browser does a part of it is made anew, and says why', async ({
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
  await expect(plan.dialog).toContainText('Changed by somebody else meanwhile')
  await expect(plan.dialog).toContainText('Internal access on port 8081 was opened.')
  await expect(plan.steps).toHaveCount(1)
  expect(await rainbond.port('web', 8081)).toMatchObject({ is_outer_service: false })

  await plan.run.click()
  await expectSettled(switchOf(page, 'External', 8081), true)
  await refreshOf(other).click()
  await expectSettled(switchOf(other, 'External', 8081), true)
})

test('a change that is refused because of another browser is planned anew, and says why', async ({
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
