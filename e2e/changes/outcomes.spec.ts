import type { Page } from '@playwright/test'
import { planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { expectSettled, openPorts, rowsOf, switchOf } from '../support/ports-page'

const noticeOf = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text })

const reads = [
  { fault: 'html', method: 'GET', path: '**/services/*/ports' },
  { fault: 'html', method: 'GET', path: '**/domains' },
] as const

test('a success without effect is not reported as done', async ({ page, rainbond }) => {
  await openPorts(page, 'web')
  await rainbond.fail({ fault: 'no-effect', method: 'PUT' })
  await switchOf(page, 'External', 9000).click()
  const notice = noticeOf(page, /Not closed/)
  await expect(notice).toBeVisible()
  await expect(notice).not.toContainText('is closed')
  await expectSettled(switchOf(page, 'External', 9000), true)
})

test('closing on a slow console never claims that a rule is still open', async ({ page, rainbond }) => {
  await openPorts(page, 'web')
  await page.evaluate(() => {
    const watch = () => {
      if (document.body.textContent.includes('Still open at the gateway'))
        document.body.dataset['claimed'] = 'yes'
    }
    new MutationObserver(watch).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    })
  })
  await rainbond.fail({ fault: 'slow', method: 'GET', path: '**/domains', latencyMs: 2000 })
  await switchOf(page, 'External', 9000).click()
  await expectSettled(switchOf(page, 'External', 9000), false)
  await expect(noticeOf(page, 'External access on port 9000 is closed in Rainbond’s records.')).toBeVisible()
  await expect(page.locator('body')).not.toHaveAttribute('data-claimed')
})

test('the row of a port that is being deleted says so, stays in place and cannot be changed', async ({
  page,
  rainbond,
}) => {
  await openPorts(page, 'web')
  const row = rowsOf(page).filter({
    has: page.getByRole('button', { name: 'Actions, port 8081', exact: true }),
  })
  const before = await row.boundingBox()
  await rainbond.fail({ fault: 'slow', method: 'DELETE', latencyMs: 3000 })
  await row.getByRole('button', { name: 'Actions, port 8081', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Delete port', exact: true }).click()
  await planOf(page).run.click()

  await expect(row.getByText('Deleting…', { exact: true })).toBeVisible()
  for (const control of [
    row.getByRole('switch', { includeHidden: true }).first(),
    row.getByRole('button', { name: 'Edit protocol, port 8081', includeHidden: true }),
    row.getByRole('button', { name: 'Edit alias, port 8081', includeHidden: true }),
    row.getByRole('button', { name: 'Actions, port 8081', includeHidden: true }),
  ]) {
    await expect(control).toHaveAttribute('aria-disabled', 'true')
    await expect(control).toHaveAccessibleDescription('Deleting…')
  }
  expect(await row.boundingBox()).toEqual(before)
  await expect(row).toHaveCount(0)
  expect(await rainbond.port('web', 8081)).toBeUndefined()
})

test.describe('with failures', () => {
  test.use({ provokesFailures: true })

  test('a plan that lost the console resumes without mistaking its own step for somebody else’s', async ({
    page,
    rainbond,
  }) => {
    await openPorts(page, 'web')
    await switchOf(page, 'External', 8081).click()
    const plan = planOf(page)
    await rainbond.fail({ fault: 'slow', method: 'PUT', latencyMs: 3000, count: 1 })
    await plan.run.click()
    await expect(plan.dialog).toContainText('Still waiting for Rainbond')
    await rainbond.fail({ fault: 'html', method: 'PUT' }, ...reads)
    await expect(plan.dialog).toContainText('it’s unclear whether the last step was carried out')
    await expect(plan.dialog).not.toContainText('Nothing was changed')

    await rainbond.fail({ fault: 'slow', method: 'PUT', latencyMs: 3000 })
    await plan.resume.click()
    await expect(plan.dialog).toContainText('Step 2 of 2')
    await expect(plan.dialog).not.toContainText('Changed by someone else')
    await expectSettled(switchOf(page, 'External', 8081), true)
    expect(await rainbond.port('web', 8081)).toMatchObject({ is_inner_service: true, is_outer_service: true })
  })

  test('a plan that stops before its first step says that nothing changed', async ({ page, rainbond }) => {
    await openPorts(page, 'web')
    await rainbond.fail({ fault: 'cluster-too-frequent', method: 'PUT' })
    await switchOf(page, 'External', 8081).click()
    const plan = planOf(page)
    await plan.run.click()
    await expect(plan.dialog).toContainText('Retrying in a moment')
    await plan.stop.click()
    await expect(plan.dialog).toContainText('Stopped. Nothing was changed.')
    await expect(plan.dialog).not.toContainText('stay done')
  })

  test('without gateway rules nothing is claimed that a click has just disproved', async ({
    page,
    rainbond,
  }) => {
    await rainbond.fail(
      { fault: 'missing-route', path: '**/domains' },
      { fault: 'cluster-error', method: 'PUT' },
    )
    await openPorts(page, 'web')
    await switchOf(page, 'Internal', 8081).click()
    await expect(noticeOf(page, /Not opened/)).toBeVisible()
    await expect(page.getByText(/rules couldn’t be read/)).toBeVisible()
    await expect(page.getByText(/Opening and closing works/)).toHaveCount(0)
  })

  test('a change with an unknown outcome is not reported as refused', async ({ page, rainbond }) => {
    await openPorts(page, 'web')
    await rainbond.fail({ fault: 'lost-answer', method: 'PUT', count: 1 }, ...reads)
    await switchOf(page, 'Internal', 8081).click()
    const notice = noticeOf(page, /it’s unclear whether this was carried out/)
    await expect(notice).toBeVisible()
    await expect(notice).not.toContainText('Not opened')
  })
})

test.describe('closing the tab', () => {
  test('asks while steps remain to be sent, and not afterwards', async ({ page, rainbond }) => {
    await openPorts(page, 'web')
    await switchOf(page, 'External', 8081).click()
    const plan = planOf(page)
    await rainbond.fail({ fault: 'slow', method: 'PUT', latencyMs: 3000 })
    await plan.run.click()
    await expect(plan.dialog).toContainText('Step 1 of 2')

    const asked = page.waitForEvent('dialog')
    await page.close({ runBeforeUnload: true })
    const question = await asked
    expect(question.type()).toBe('beforeunload')
    await question.dismiss()

    await expect(plan.dialog).toContainText('Step 2 of 2')
    const closed = page.waitForEvent('close')
    await page.close({ runBeforeUnload: true })
    await closed
    await expect
      .poll(() => rainbond.port('web', 8081))
      .toMatchObject({ is_inner_service: true, is_outer_service: true })
  })
})
