import type { Page } from '@playwright/test'
import { allPortsPath, allRead, openAllPorts, switchIn } from '../support/all-ports'
import { expect, test } from '../support/fixtures'
import { holdAnswers } from '../support/held-answers'
import { expectSettled } from '../support/ports-page'

const lastVisit = (page: Page) => page.getByText(/^The rest is as of .+\.$/)
const console = '**/openapi/v1/teams/*/regions/**'

/** How many answers the browser keeps; null without a database. */
const keptAnswers = (page: Page) =>
  page.evaluate(async () => {
    const known = await indexedDB.databases()
    if (!known.some(({ name }) => name === 'portdeck')) return null
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('portdeck')
      opening.onsuccess = () => resolve(opening.result)
    })
    return new Promise<number>((resolve) => {
      const counting = database.transaction('answers').objectStore('answers').count()
      counting.onsuccess = () => {
        database.close()
        resolve(counting.result)
      }
    })
  })

/** Reads all ports, and waits until the browser has kept them: a list of apps, and what there is of four apps and 14 components. */
async function visitOnce(page: Page) {
  await openAllPorts(page)
  await expect.poll(() => keptAnswers(page)).toBe(1 + 2 * 4 + 14)
}

test('the last visit is there before anything is answered, says how old it is, and is then read again', async ({
  page,
  rainbond,
}) => {
  await visitOnce(page)
  await rainbond.change('web', 8081, { action: 'open_inner' })
  await page.goto('about:blank')
  const { release } = await holdAnswers(page, console)
  await page.goto(allPortsPath)
  await expect(switchIn(page, 'Internal', 8081, 'web')).not.toBeChecked()
  await expect(lastVisit(page)).toBeVisible()
  await expect(page.getByText('0 of 14 components read')).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(page.getByText('From your last visit').first()).toBeVisible()
  release()
  await expect(allRead(page)).toBeVisible()
  await expect(switchIn(page, 'Internal', 8081, 'web')).toBeChecked()
  await expect(lastVisit(page)).toBeHidden()
  await expect(page.getByText('From your last visit')).toHaveCount(0)
})

test.describe('a switch of a port that somebody has changed since the last visit', () => {
  test('is planned by what is there now', async ({ page, rainbond }) => {
    await visitOnce(page)
    await rainbond.change('web', 8081, { action: 'open_inner' })
    await page.goto('about:blank')
    const { release } = await holdAnswers(page, console)
    await page.goto(allPortsPath)
    const internal = switchIn(page, 'Internal', 8081, 'web')
    await expect(internal).not.toBeChecked()
    const changes: string[] = []
    page.on('request', (request) => request.method() === 'PUT' && changes.push(request.url()))
    await internal.click()
    release()
    await expectSettled(internal, true)
    await expect(allRead(page)).toBeVisible()
    expect(changes).toEqual([])
  })
})

test('a phone has room for how old it is', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await visitOnce(page)
  await page.goto('about:blank')
  const { release } = await holdAnswers(page, console)
  await page.goto(allPortsPath)
  await expect(lastVisit(page)).toBeInViewport({ ratio: 1 })
  release()
})

test('signing out erases it, also while another tab shows it', async ({ page, context }) => {
  await visitOnce(page)
  const other = await context.newPage()
  await openAllPorts(other)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByLabel('Access token', { exact: true })).toBeVisible()
  await expect(other.getByLabel('Access token', { exact: true })).toBeVisible()
  await expect.poll(() => keptAnswers(page)).toBeNull()
})
