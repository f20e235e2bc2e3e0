import type { Locator, Page } from '@playwright/test'
import { listen } from '../support/calls'
import { planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { holdClock } from '../support/held-clock'
import { editorOf, expectSettled, openPorts, rowsOf, switchOf } from '../support/ports-page'
import { portsPath } from '../support/world'

const filterOf = (page: Page) => page.getByRole('textbox', { name: 'Filter ports' })
const refreshOf = (page: Page) => page.getByRole('button', { name: 'Refresh', exact: true })

async function topOf(target: Locator): Promise<number> {
  const box = await target.boundingBox()
  if (!box) throw new Error('It is not on the page')
  return box.y
}

/** Clicks again at the same position, like the second half of a slow double-click. */
async function pressAgain(page: Page) {
  await page.mouse.down({ clickCount: 2 })
  await page.mouse.up({ clickCount: 2 })
}

test('a row that stops matching by its own switch stays below the pointer', async ({ page, rainbond }) => {
  const calls = listen(page)
  await page.goto(`${portsPath('all-http')}?filter=outer`)
  const first = switchOf(page, 'External', 18_004)
  await expect(rowsOf(page)).toHaveCount(4)
  const top = await topOf(first)
  await first.click()
  await expect(page.getByText(/External access on port 18004 is closed/)).toBeVisible()
  await expectSettled(first, false)
  expect(await topOf(first)).toBe(top)
  await expect(rowsOf(page)).toHaveCount(4)

  await pressAgain(page)
  await expect(page.getByText('External access on port 18004 is open.')).toBeVisible()
  await expectSettled(first, true)
  expect(calls.writes()).toEqual(['PUT port 18004 close_outer', 'PUT port 18004 open_outer'])
  expect(await rainbond.port('all-http', 18_005)).toMatchObject({ is_outer_service: true })
})

test('a row that no longer matches disappears when pointer and focus leave or the filter changes', async ({
  page,
}) => {
  await page.goto(`${portsPath('all-http')}?filter=outer`)
  await expect(rowsOf(page)).toHaveCount(4)
  await switchOf(page, 'External', 18_004).click()
  await expectSettled(switchOf(page, 'External', 18_004), false)
  await page.mouse.move(0, 0)
  await expect(switchOf(page, 'External', 18_004)).toBeFocused()
  await expect(rowsOf(page)).toHaveCount(4)
  await filterOf(page).focus()
  await expect(rowsOf(page)).toHaveCount(3)

  await switchOf(page, 'External', 18_005).click()
  await expectSettled(switchOf(page, 'External', 18_005), false)
  await expect(rowsOf(page)).toHaveCount(3)
  await filterOf(page).fill('outer ')
  await expect(rowsOf(page)).toHaveCount(2)
})

test('a row that stops matching by its own plan stays and has the focus while the pointer is in the grid', async ({
  page,
}) => {
  await page.goto(`${portsPath('web')}?filter=outer`)
  await expect(rowsOf(page)).toHaveCount(2)
  await switchOf(page, 'External', 80).click()
  const { dialog, run } = planOf(page)
  await run.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(switchOf(page, 'External', 80)).toBeFocused()
  await expectSettled(switchOf(page, 'External', 80), false)
  await expect(rowsOf(page)).toHaveCount(2)

  await filterOf(page).focus()
  await filterOf(page).hover()
  await expect(rowsOf(page)).toHaveCount(1)
})

test('somebody else’s new or deleted port moves no row below the pointer', async ({ page, rainbond }) => {
  await openPorts(page, 'web')
  const target = switchOf(page, 'Internal', 9000)
  await target.hover()
  const top = await topOf(target)
  await rainbond.add('web', 443, 'tcp')
  await rainbond.remove('web', 8081)
  await refreshOf(page).press('Enter')
  await expect(rowsOf(page).last().getByRole('rowheader')).toHaveText('443')
  await expect(switchOf(page, 'Internal', 8081)).toBeHidden()
  expect(await topOf(target)).toBe(top)

  await filterOf(page).hover()
  await expect(rowsOf(page).nth(1).getByRole('rowheader')).toHaveText('443')
  await expect(page.getByText('Gone', { exact: true })).toBeHidden()
})

const sizes = { 'a wide window': { width: 1440, height: 900 }, 'a phone': { width: 390, height: 844 } }
for (const [where, viewport] of Object.entries(sizes)) {
  test.describe(`in ${where}`, () => {
    test.use({ viewport, provokesFailures: true })

    test('a refresh moves nothing, whether it is slow, fails or ends', async ({ page, rainbond }) => {
      await openPorts(page, 'web')
      const row = rowsOf(page).first()
      await expect(page.getByText(/^Updated/)).toBeVisible()
      const top = await topOf(row)

      await rainbond.fail({ fault: 'slow', method: 'GET', path: '**/services/*/ports', latencyMs: 2500 })
      await refreshOf(page).click()
      await expect(page.getByRole('button', { name: 'Stop waiting', exact: true })).toBeVisible()
      expect(await topOf(row)).toBe(top)
      await expect(page.getByRole('button', { name: 'Stop waiting', exact: true })).toBeHidden()

      const clock = await holdClock(page)
      await rainbond.fail({ fault: 'licence', path: '**/services/*/ports' })
      await refreshOf(page).click()
      await clock.untilVisible(page.getByText('Couldn’t refresh.'))
      await expect(page.getByRole('alert')).toContainText('licence')
      expect(await topOf(row)).toBe(top)
      await page.getByRole('alert').getByRole('button', { name: 'Details', exact: true }).click()
      expect(await topOf(row)).toBe(top)

      await rainbond.fail({ fault: 'missing-route', path: '**/domains' })
      await page.getByRole('button', { name: 'Try again', exact: true }).click()
      await clock.untilVisible(page.getByText(/rules couldn’t be read/))
      expect(await topOf(row)).toBe(top)

      await rainbond.fail()
      await page.getByRole('button', { name: 'Try again', exact: true }).click()
      await page.clock.resume()
      await expect(page.getByRole('alert')).toBeHidden()
      expect(await topOf(row)).toBe(top)
    })

    test('an invalid or refused text moves no row', async ({ page, rainbond }) => {
      await openPorts(page, 'web')
      const { editAlias, alias } = editorOf(page, 8081)
      await editAlias.click()
      const below = switchOf(page, 'Internal', 9000)
      const top = await topOf(below)
      await alias.fill('web')
      await page.keyboard.press('Enter')
      await expect(alias).toHaveAccessibleDescription(/Use capital letters/)
      expect(await topOf(below)).toBe(top)

      await alias.fill('WEB_COUNTS')
      await rainbond.fail({ fault: 'cluster-out-of-memory', count: 1 })
      await page.keyboard.press('Enter')
      await expect(alias).toHaveAccessibleDescription(/集群资源不足/)
      expect(await topOf(below)).toBe(top)
    })
  })
}
