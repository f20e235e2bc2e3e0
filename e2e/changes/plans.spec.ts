import { listen } from '../support/calls'
import { planOf, runAndStop } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { expectSettled, openPorts, switchOf } from '../support/ports-page'

test('opening outer while inner is closed shows two steps, and runs', async ({ page, rainbond }) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  await switchOf(page, 'External', 8081).click()

  const plan = planOf(page)
  await expect(plan.steps).toHaveCount(2)
  await expect(plan.steps.nth(0)).toContainText(/internal.*8081|8081.*internal/i)
  await expect(plan.steps.nth(1)).toContainText(/external.*8081|8081.*external/i)
  expect(calls.writes()).toEqual([])

  await plan.run.click()
  await expectSettled(switchOf(page, 'Internal', 8081), true)
  await expectSettled(switchOf(page, 'External', 8081), true)
  expect(calls.writes()).toEqual(['PUT port 8081 open_inner', 'PUT port 8081 open_outer'])
  expect(await rainbond.port('web', 8081)).toMatchObject({ is_inner_service: true, is_outer_service: true })
})

test(
  'a plan requested before the gateway rules are loaded includes them',
  { tag: '@any-browser' },
  async ({ page, rainbond }) => {
    const calls = listen(page)
    await rainbond.fail({ fault: 'slow', path: '**/domains', latencyMs: 5000 })
    await openPorts(page, 'web')
    await switchOf(page, 'External', 8081).click()

    const plan = planOf(page)
    await expect(plan.dialog.getByText('Looking up the addresses…')).toBeVisible()
    await expect(plan.dialog.getByText(/couldn’t be read/)).toBeHidden()
    await expect(plan.dialog.getByText('a domain assigned by Rainbond')).toBeVisible()
    await plan.run.click()
    await expectSettled(switchOf(page, 'External', 8081), true)
    expect(calls.writes()).toEqual(['PUT port 8081 open_inner', 'PUT port 8081 open_outer'])
    expect(await rainbond.port('web', 8081)).toMatchObject({ is_inner_service: true, is_outer_service: true })
  },
)

test('closing inner while outer is open shows two steps, and runs', async ({ page, rainbond }) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  await switchOf(page, 'Internal', 9000).click()

  const plan = planOf(page)
  await expect(plan.steps).toHaveCount(2)
  await plan.run.click()
  await expectSettled(switchOf(page, 'Internal', 9000), false)
  await expectSettled(switchOf(page, 'External', 9000), false)
  expect(calls.writes()).toEqual(['PUT port 9000 close_outer', 'PUT port 9000 close_inner'])
  expect(await rainbond.port('web', 9000)).toMatchObject({ is_inner_service: false, is_outer_service: false })
})

test('a cancelled plan sends nothing', async ({ page, rainbond }) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  await switchOf(page, 'External', 8081).click()
  await planOf(page).cancel.click()

  await expect(planOf(page).dialog).toBeHidden()
  await expectSettled(switchOf(page, 'External', 8081), false)
  await expect(switchOf(page, 'External', 8081)).toBeFocused()
  expect(calls.writes()).toEqual([])
  expect(await rainbond.port('web', 8081)).toMatchObject({ is_inner_service: false, is_outer_service: false })
})

test('Escape closes the review of a plan', async ({ page }) => {
  await openPorts(page, 'web')
  await switchOf(page, 'External', 8081).click()
  await expect(planOf(page).run).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(planOf(page).dialog).toBeHidden()
  await expectSettled(switchOf(page, 'External', 8081), false)
})

test('a plan stops after the running step, and resumes', async ({ page, rainbond }) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  await switchOf(page, 'External', 8081).click()
  const plan = planOf(page)
  await runAndStop(page, 8081)
  expect(calls.writes()).toEqual(['PUT port 8081 open_inner'])
  expect(await rainbond.port('web', 8081)).toMatchObject({ is_inner_service: true, is_outer_service: false })

  await plan.resume.click()
  await expectSettled(switchOf(page, 'External', 8081), true)
  expect(calls.writes()).toEqual(['PUT port 8081 open_inner', 'PUT port 8081 open_outer'])
  expect(await rainbond.port('web', 8081)).toMatchObject({ is_inner_service: true, is_outer_service: true })
})

test('a closed, stopped plan leaves its progress in the grid', { tag: '@any-browser' }, async ({ page }) => {
  await openPorts(page, 'web')
  await switchOf(page, 'External', 8081).click()
  await runAndStop(page, 8081)
  await planOf(page).cancel.click()

  await expectSettled(switchOf(page, 'Internal', 8081), true)
  await expectSettled(switchOf(page, 'External', 8081), false)
})

test.describe('refused midway', () => {
  test.use({ provokesFailures: true })

  test('a plan stops, explains why, and resumes', { tag: '@any-browser' }, async ({ page, rainbond }) => {
    const calls = listen(page)
    await openPorts(page, 'web')
    await switchOf(page, 'External', 8081).click()
    await rainbond.fail({ fault: 'cluster-route-binding' })

    const plan = planOf(page)
    await plan.run.click()
    await expect(plan.dialog.getByText(/数据中心添加策略失败/)).toBeVisible()
    expect(await rainbond.port('web', 8081)).toMatchObject({
      is_inner_service: true,
      is_outer_service: false,
    })

    await rainbond.fail()
    await plan.resume.click()
    await expectSettled(switchOf(page, 'Internal', 8081), true)
    await expectSettled(switchOf(page, 'External', 8081), true)
    expect(calls.writes()).toEqual([
      'PUT port 8081 open_inner',
      'PUT port 8081 open_outer',
      'PUT port 8081 open_outer',
    ])
    expect(await rainbond.port('web', 8081)).toMatchObject({ is_inner_service: true, is_outer_service: true })
  })

  test(
    'a plan whose step timed out in the cluster continues from the current state',
    { tag: '@any-browser' },
    async ({ page, rainbond }) => {
      await openPorts(page, 'web')
      await switchOf(page, 'Internal', 9000).click()
      await rainbond.fail({ fault: 'lost-answer', method: 'PUT', count: 1 })

      const plan = planOf(page)
      await plan.run.click()
      await expectSettled(switchOf(page, 'Internal', 9000), false)
      await expectSettled(switchOf(page, 'External', 9000), false)
      expect(await rainbond.port('web', 9000)).toMatchObject({
        is_inner_service: false,
        is_outer_service: false,
      })
    },
  )
})

test(
  'a plan is reviewed again when somebody else has changed the component',
  { tag: '@any-browser' },
  async ({ page, rainbond }) => {
    const calls = listen(page)
    await openPorts(page, 'web')
    await switchOf(page, 'External', 8081).click()
    const plan = planOf(page)
    await expect(plan.run).toBeVisible()
    await expect(plan.steps).toHaveCount(2)
    await rainbond.change('web', 8081, { action: 'open_inner' })

    await plan.run.click()
    await expect(plan.steps).toHaveCount(1)
    expect(calls.writes()).toEqual([])
    await plan.run.click()
    await expectSettled(switchOf(page, 'External', 8081), true)
    expect(calls.writes()).toEqual(['PUT port 8081 open_outer'])
  },
)

test(
  'opening a database outside asks although it is one step',
  { tag: '@any-browser' },
  async ({ page, rainbond }) => {
    const calls = listen(page)
    await openPorts(page, 'orders-db')
    await switchOf(page, 'Internal', 3306).click()
    await expectSettled(switchOf(page, 'Internal', 3306), true)
    calls.forget()

    await switchOf(page, 'External', 3306).click()
    const plan = planOf(page)
    await expect(plan.dialog.getByText(/MySQL/)).toBeVisible()
    await expect(plan.run).toBeVisible()
    expect(calls.writes()).toEqual([])
    await plan.cancel.click()
    await expectSettled(switchOf(page, 'External', 3306), false)

    await switchOf(page, 'External', 3306).click()
    await plan.run.click()
    await expectSettled(switchOf(page, 'External', 3306), true)
    expect(calls.writes()).toEqual(['PUT port 3306 open_outer'])
    expect(await rainbond.port('orders-db', 3306)).toMatchObject({ is_outer_service: true })
  },
)

test('closing a database never asks', { tag: '@any-browser' }, async ({ page, rainbond }) => {
  await rainbond.change('orders-db', 3306, { action: 'open_inner' })
  await rainbond.change('orders-db', 3306, { action: 'open_outer' })
  await openPorts(page, 'orders-db')
  await switchOf(page, 'External', 3306).click()
  await expectSettled(switchOf(page, 'External', 3306), false)
  expect(await rainbond.port('orders-db', 3306)).toMatchObject({ is_outer_service: false })
})
