import type { Page } from '@playwright/test'
import { listen } from '../support/calls'
import { expect, test } from '../support/fixtures'
import { holdClock } from '../support/held-clock'
import { expectSettled, openPorts, switchOf } from '../support/ports-page'
import { portsPath, seed } from '../support/world'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

const open = async (page: Page) => {
  await button(page, 'Operation log').click()
  return page.getByRole('dialog', { name: /^Operation log of/ })
}

test('shows what was done, by whom, when and with what result, newest first and in pages', async ({
  page,
}) => {
  await openPorts(page, 'busy-bee')
  const log = await open(page)
  const entries = log.getByRole('listitem')
  await expect(entries).toHaveCount(20)
  await expect(log.getByText('Page 1 of 3')).toBeVisible()
  // Known operations in words, others unchanged.
  const changed = entries.filter({ hasText: 'Changed port 8080' }).first()
  await expect(changed).toContainText(/by (ada|bo) · /)
  await expect(changed.locator('time')).toHaveAttribute('title', /20\d\d/)
  await expect(entries.filter({ hasText: 'Deployed the component' }).first()).toBeVisible()
  await expect(entries.filter({ hasText: 'image pull failed' }).first()).toContainText('Failed')

  const times: number[] = []
  for (const pageNumber of [1, 2, 3]) {
    await expect(log.getByText(`Page ${pageNumber} of 3`)).toBeVisible()
    await expect(entries.first()).toBeVisible()
    const shown = await log
      .locator('time')
      .evaluateAll((all) => all.map((time) => time.getAttribute('dateTime')))
    times.push(...shown.map((time) => Date.parse(time ?? '')))
    if (pageNumber < 3) await log.getByRole('button', { name: 'Older', exact: true }).click()
  }
  expect(times).toHaveLength(42)
  expect(times).toEqual([...times].sort((a, b) => b - a))

  await log.getByRole('button', { name: 'Newer', exact: true }).click()
  await expect(log.getByText('Page 2 of 3')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(log).toBeHidden()
  await expect(button(page, 'Operation log')).toBeFocused()
})

test('starts with a change made here', async ({ page }) => {
  await openPorts(page, 'web')
  await switchOf(page, 'Internal', 8081).click()
  await expectSettled(switchOf(page, 'Internal', 8081), true)
  const log = await open(page)
  await expect(log.getByRole('listitem').first()).toContainText(/Opened internal access.*by ada/)
  await log.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(log).toBeHidden()
})

test('says that it is empty, and why an unfinished component has none', async ({ page }) => {
  await page.goto(portsPath('silent'))
  const log = await open(page)
  await expect(log.getByText('No operations yet.', { exact: true })).toBeVisible()

  await page.goto(portsPath('unborn'))
  await open(page)
  await expect(log.getByText(/keeps no log of it/)).toBeVisible()
})

/** Adds a newest operation of `web` to the seed. */
function worldWith(operation: Partial<(typeof seed)['events'][number]>): typeof seed {
  const [first] = seed.events
  const service = seed.services.find((one) => one.service_cname === 'web')
  if (!first || !service) throw new Error('The world has no log.')
  const { service_id } = service
  const event = { ...first, event_id: 'told', service_id, target_id: service_id, ...operation }
  return { ...seed, events: [event, ...seed.events] }
}

const yearOne = { start_time: '0001-01-01T00:00:00Z', create_time: '0001-01-01T00:00:00Z' }

test('shows an impossible time as unknown', async ({ page, rainbond }) => {
  await rainbond.start(worldWith({ ...yearOne, message: 'told without a time' }))
  await openPorts(page, 'web')
  const entry = (await open(page)).getByRole('listitem').filter({ hasText: 'told without a time' })
  await expect(entry).toContainText('Unknown time')
  await expect(entry.locator('time')).toHaveCount(0)
  await expect(page.getByRole('dialog')).not.toContainText(/Jan 1, (1|0001)\b/)
})

test('shows an operation that it does not know unchanged', async ({ page, rainbond }) => {
  await rainbond.start(worldWith({ opt_type: 'odd-operation' }))
  await openPorts(page, 'web')
  const log = await open(page)
  await expect(log.getByRole('listitem').filter({ hasText: 'odd-operation' })).toBeVisible()
})

test('shows the cluster’s message without its JSON and addresses', async ({ page, rainbond }) => {
  const call = JSON.stringify({ url: 'https://10.0.0.1:8443/v2/tenants/shop', httpcode: 101 })
  await rainbond.start(worldWith({ message: `pull from 10.43.0.9:5000 failed: ${call}` }))
  await openPorts(page, 'web')
  const log = await open(page)
  await expect(log.getByText('pull from … failed', { exact: true })).toBeVisible()
  await expect(log).not.toContainText(/httpcode|10\.\d+\.\d+\.\d+/)
})

test.describe('failing', () => {
  test.use({ provokesFailures: true })

  test('shows that it is loading, what went wrong, and loads again', async ({ page, rainbond }) => {
    await openPorts(page, 'web')
    await rainbond.fail({ fault: 'cluster-unreachable', method: 'GET', path: '**/events', latencyMs: 500 })
    const clock = await holdClock(page)
    const log = await open(page)
    await clock.untilVisible(log.getByText('Loading the operation log…'))
    await clock.untilVisible(log.getByRole('alert'))
    await expect(log.getByRole('alert')).toContainText('The operation log couldn’t be read')
    await expect(log.getByRole('alert')).toContainText('The cluster behind Rainbond failed')

    await rainbond.fail()
    const calls = listen(page)
    await log.getByRole('button', { name: 'Try again', exact: true }).click()
    await expect.poll(() => calls.sent()).toEqual(['GET events'])
    await page.clock.resume()
    await expect(log.getByRole('listitem').first()).toBeVisible()
    await expect(log.getByRole('alert')).toBeHidden()

    await rainbond.fail({ fault: 'cluster-unreachable', method: 'GET', path: '**/events' })
    await log.getByRole('button', { name: 'Refresh', exact: true }).click()
    await expect(log.getByText('The last refresh failed. What you see may be out of date.')).toBeVisible()
    await expect(log.getByRole('listitem').first()).toBeVisible()
  })

  test('says that Rainbond lacks the route', async ({ page, rainbond }) => {
    await openPorts(page, 'web')
    await rainbond.fail({ fault: 'missing-route', path: '**/events' })
    const log = await open(page)
    await expect(log.getByRole('alert')).toContainText('This version of Rainbond has no operation log')
    await expect(log.getByRole('alert')).not.toContainText('Not found')
  })
})

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN', provokesFailures: true })

  test('shows an impossible time as unknown', async ({ page, rainbond }) => {
    await rainbond.start(worldWith({ ...yearOne, message: 'told without a time' }))
    await page.goto(portsPath('web'))
    await button(page, '操作记录').click()
    const entry = page.getByRole('listitem').filter({ hasText: 'told without a time' })
    await expect(entry).toContainText('时间未知')
    await expect(entry).not.toContainText('1年1月1日')
  })

  test('is in Chinese, and so are its failures', async ({ page, rainbond }) => {
    await page.goto(portsPath('busy-bee'))
    await button(page, '操作记录').click()
    const log = page.getByRole('dialog', { name: /busy-bee 的操作记录/ })
    await expect(log.getByRole('listitem').filter({ hasText: '修改端口' }).first()).toContainText(
      /操作人：.* · /,
    )
    await expect(log.getByText('第 1 页，共 3 页')).toBeVisible()
    await log.getByRole('button', { name: '关闭', exact: true }).click()

    await rainbond.fail({ fault: 'missing-route', path: '**/events' })
    await page.goto(portsPath('web'))
    await button(page, '操作记录').click()
    await expect(page.getByRole('alert')).toContainText('此版本的 Rainbond 不支持操作记录')
  })
})
