import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { expectSettled, openPorts, switchOf } from './ports-page'
import { portsPath } from './world'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

const open = async (page: Page) => {
  await button(page, 'Operation log').click()
  return page.getByRole('dialog', { name: /^Operation log of/ })
}

test('it says what was done, by whom, when and how it ended, newest first and page by page', async ({
  page,
}) => {
  await openPorts(page, 'busy-bee')
  const log = await open(page)
  const entries = log.getByRole('listitem')
  await expect(entries).toHaveCount(20)
  await expect(log.getByText('Page 1 of 3')).toBeVisible()
  // The known ones in words, the others as they are.
  await expect(entries.filter({ hasText: 'Port changed' }).first()).toContainText(/20\d\d.* · by (ada|bo)/)
  await expect(entries.filter({ hasText: 'deploy-service' }).first()).toBeVisible()
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

test('a change made here is its first entry afterwards', async ({ page }) => {
  await openPorts(page, 'web')
  await switchOf(page, 'Inner', 8081).click()
  await expectSettled(switchOf(page, 'Inner', 8081), true)
  const log = await open(page)
  await expect(log.getByRole('listitem').first()).toContainText(/Inner opened or closed.*by ada/)
  await log.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(log).toBeHidden()
})

test('an empty log says so, and why an unfinished component has none', async ({ page }) => {
  await page.goto(portsPath('silent'))
  const log = await open(page)
  await expect(log.getByText(/^Nothing has been done to this component yet/)).toBeVisible()

  await page.goto(portsPath('unborn'))
  await open(page)
  await expect(log.getByText(/keeps no log of it/)).toBeVisible()
})

test.describe('failing', () => {
  test.use({ provokesFailures: true })

  test('it says that it is being read, what went wrong, and is read again', async ({ page, rainbond }) => {
    await openPorts(page, 'web')
    await rainbond.fail({ fault: 'cluster-unreachable', method: 'GET', path: '**/events', latencyMs: 500 })
    const log = await open(page)
    await expect(log.getByText('Reading the operation log…')).toBeVisible()
    await expect(log.getByRole('alert')).toContainText('The operation log could not be read')
    await expect(log.getByRole('alert')).toContainText('The cluster behind Rainbond failed')

    await rainbond.fail()
    await log.getByRole('button', { name: 'Try again', exact: true }).click()
    await expect(log.getByRole('listitem').first()).toBeVisible()
    await expect(log.getByRole('alert')).toBeHidden()

    await rainbond.fail({ fault: 'cluster-unreachable', method: 'GET', path: '**/events' })
    await log.getByRole('button', { name: 'Refresh', exact: true }).click()
    await expect(log.getByText('The last reading failed. What you see is older.')).toBeVisible()
    await expect(log.getByRole('listitem').first()).toBeVisible()
  })

  test('where Rainbond has no such route, it says that', async ({ page, rainbond }) => {
    await openPorts(page, 'web')
    await rainbond.fail({ fault: 'missing-route', path: '**/events' })
    const log = await open(page)
    await expect(log.getByRole('alert')).toContainText('does not give the operation log')
  })
})

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN', provokesFailures: true })

  test('the operation log speaks, and so do its failures', async ({ page, rainbond }) => {
    await page.goto(portsPath('busy-bee'))
    await button(page, '操作日志').click()
    const log = page.getByRole('dialog', { name: /busy-bee 的操作日志/ })
    await expect(log.getByRole('listitem').filter({ hasText: '修改端口' }).first()).toContainText(
      /年.* · 操作人：/,
    )
    await expect(log.getByText('第 1 页，共 3 页')).toBeVisible()
    await log.getByRole('button', { name: '关闭', exact: true }).click()

    await rainbond.fail({ fault: 'missing-route', path: '**/events' })
    await page.goto(portsPath('web'))
    await button(page, '操作日志').click()
    await expect(page.getByRole('alert')).toContainText('没有向 Portdeck 提供操作日志')
  })
})
