import type { Page } from '@playwright/test'
import { allPortsPath, allRead, openAllPorts, switchIn } from '../support/all-ports'
import { planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { holdAnswers } from '../support/held-answers'
import { expectSettled } from '../support/ports-page'
import { locate, portIn, worldWithout } from '../support/world'

const refresh = (page: Page) => page.getByRole('button', { name: 'Refresh', exact: true }).click()
const allButOneRead = (page: Page) => page.getByText('13 of 14 components read')

/** Opens all ports while the answer about those of one component is held back. */
async function openAllBut(page: Page, component: string, where: 'before' | 'after' = 'before') {
  const answers = await holdAnswers(page, `**/services/${locate(component).serviceId}/ports`, where)
  await page.goto(allPortsPath)
  await expect(allButOneRead(page)).toBeVisible()
  return answers
}

test('a port that somebody changes before it is read is shown as it is then, and any other after a refresh', async ({
  page,
  rainbond,
}) => {
  const { release } = await openAllBut(page, 'orders-db')
  await rainbond.change('orders-db', 3306, { action: 'open_inner' })
  await rainbond.change('web', 8081, { action: 'open_inner' })
  release()
  await expect(allRead(page)).toBeVisible()
  await expect(switchIn(page, 'Internal', 3306, 'orders-db')).toBeChecked()

  await refresh(page)
  await expect(switchIn(page, 'Internal', 8081, 'web')).toBeChecked()
})

test('a refresh reads again what the console has answered but the page has not got yet', async ({
  page,
  rainbond,
}) => {
  const { held, release } = await openAllBut(page, 'orders-db', 'after')
  await held
  await rainbond.change('orders-db', 3306, { action: 'open_inner' })
  await refresh(page)
  release()
  await expect(allRead(page)).toBeVisible()
  await expect(switchIn(page, 'Internal', 3306, 'orders-db')).toBeChecked()
})

test.describe('a switch of a port that somebody has changed since it was read', () => {
  test.use({ provokesFailures: true })

  test('ends in the true state while other components are still being read', async ({ page, rainbond }) => {
    const { release } = await openAllBut(page, 'orders-db')
    await rainbond.change('web', 8081, { action: 'open_inner' })
    await rainbond.change('web', 8080, { action: 'close_inner' })
    await switchIn(page, 'Internal', 8081, 'web').click()
    await expectSettled(switchIn(page, 'Internal', 8081, 'web'), true)
    // The component is read back as a whole.
    await expect(switchIn(page, 'Internal', 8080, 'web')).not.toBeChecked()
    release()
    await expect(allRead(page)).toBeVisible()
    await expectSettled(switchIn(page, 'Internal', 8081, 'web'), true)
    expect(await rainbond.port('web', 8081)).toMatchObject({ is_inner_service: true })
  })

  test('asks again where the change now takes more steps', async ({ page, rainbond }) => {
    const port = portIn('inner', 'outer')
    await openAllPorts(page)
    await rainbond.change('all-http', port, { action: 'open_outer' })
    await switchIn(page, 'Internal', port, 'all-http').click()
    const { dialog, steps, tryAgain } = planOf(page)
    await expect(dialog).toContainText(`External access on port ${port} was opened.`)
    await expect(steps).toHaveCount(2)
    await tryAgain.click()
    await expectSettled(switchIn(page, 'Internal', port, 'all-http'), false)
    await expectSettled(switchIn(page, 'External', port, 'all-http'), false)
    const closed = { is_inner_service: false, is_outer_service: false }
    expect(await rainbond.port('all-http', port)).toMatchObject(closed)
  })
})

test.describe('a component that is deleted while the page is loading', () => {
  test.use({ provokesFailures: true })

  test('is named among the parts that could not be read, and gone after a refresh', async ({
    page,
    rainbond,
  }) => {
    const { release } = await openAllBut(page, 'orders-db')
    await rainbond.start(worldWithout('orders-db'))
    release()
    const failed = page.getByRole('alert').filter({ hasText: '1 part couldn’t be read' })
    await failed.getByRole('button', { name: 'Show' }).click()
    await expect(failed.getByRole('listitem')).toContainText('The ports of orders-db in Storefront')
    await expect(failed.getByRole('listitem')).toContainText('Not found')
    await expect(allButOneRead(page)).toBeVisible()
    const group = page.getByRole('grid').getByRole('link', { name: 'orders-db', exact: true })
    await expect(group).toBeVisible()

    await refresh(page)
    await expect(page.getByText('13 components read', { exact: true })).toBeVisible()
    await expect(failed).toBeHidden()
    await expect(group).toBeHidden()
  })
})
