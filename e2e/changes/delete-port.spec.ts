import type { Page } from '@playwright/test'
import { listen } from '../support/calls'
import { planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { openPorts, rowsOf, switchOf } from '../support/ports-page'
import { portsPath } from '../support/world'

async function askToDelete(page: Page, port: number) {
  await page.getByRole('button', { name: `Actions, port ${port}`, exact: true }).click()
  await page.getByRole('menuitem', { name: 'Delete port', exact: true }).click()
}

test('an open port is closed first, and the review shows what is lost', async ({ page, rainbond }) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  const rows = await rowsOf(page).count()
  await askToDelete(page, 80)

  const { dialog, steps, run } = planOf(page)
  await expect(steps).toHaveText([
    /Close external access on port 80/,
    /Close internal access on port 80/,
    /Delete port 80/,
  ])
  await expect(dialog.getByText(/custom domain https:\/\/www\.shop\.test of port 80/)).toBeVisible()
  await expect(dialog.getByText(/health probe on port 80/)).toBeVisible()
  expect(calls.writes()).toEqual([])

  await run.click()
  await expect(dialog).toBeHidden()
  await expect(switchOf(page, 'Internal', 80)).toBeHidden()
  await expect(rowsOf(page)).toHaveCount(rows - 1)
  await expect(page.getByRole('status').filter({ hasText: 'Port 80 was deleted.' })).toBeVisible()
  expect(calls.writes()).toEqual(['PUT port 80 close_outer', 'PUT port 80 close_inner', 'DELETE port 80'])
  expect(await rainbond.port('web', 80)).toBeUndefined()
})

test(
  'the review of a TCP port names the external port that is lost',
  { tag: '@any-browser' },
  async ({ page }) => {
    await openPorts(page, 'web')
    await askToDelete(page, 9000)
    await expect(planOf(page).dialog.getByText(/The TCP port of 192\.0\.2\.10:\d+, port 9000/)).toBeVisible()
  },
)

test('deleting a closed port asks first, and keeps it after Cancel', async ({ page, rainbond }) => {
  const calls = listen(page)
  await openPorts(page, 'web')
  await askToDelete(page, 8081)
  await expect(planOf(page).steps).toHaveText([/Delete port 8081/])
  await planOf(page).cancel.click()
  await expect(switchOf(page, 'Internal', 8081)).toBeVisible()
  expect(calls.writes()).toEqual([])

  await askToDelete(page, 8081)
  await planOf(page).run.click()
  await expect(switchOf(page, 'Internal', 8081)).toBeHidden()
  expect(await rainbond.port('web', 8081)).toBeUndefined()
})

test.describe('refused', () => {
  test.use({ provokesFailures: true })

  test(
    'a deletion that the cluster refuses midway shows its progress, and can be resumed',
    { tag: '@any-browser' },
    async ({ page, rainbond }) => {
      await openPorts(page, 'web')
      await askToDelete(page, 80)
      await rainbond.fail({ fault: 'cluster-error', method: 'DELETE', count: 1 })
      const { dialog, run, resume } = planOf(page)
      await run.click()
      await expect(dialog.getByRole('alert')).toContainText('The cluster behind Rainbond failed')
      expect(await rainbond.port('web', 80)).toMatchObject({
        is_inner_service: false,
        is_outer_service: false,
      })

      await resume.click()
      await expect(dialog).toBeHidden()
      await expect(switchOf(page, 'Internal', 80)).toBeHidden()
      expect(await rainbond.port('web', 80)).toBeUndefined()
    },
  )
})

test.describe('in a Chinese browser', () => {
  test.use({ locale: 'zh-CN' })

  test('the review shows what is lost in Chinese', { tag: '@any-browser' }, async ({ page, rainbond }) => {
    await page.goto(portsPath('web'))
    await page.getByRole('button', { name: '操作，端口 80', exact: true }).click()
    await page.getByRole('menuitem', { name: '删除端口', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText(/端口 80 的自定义域名 https:\/\/www\.shop\.test/)).toBeVisible()
    await expect(dialog.getByText(/健康检测/)).toBeVisible()
    await dialog.getByRole('button', { name: '删除端口 80', exact: true }).click()
    await expect(page.getByRole('status').filter({ hasText: '端口 80 已删除。' })).toBeVisible()
    expect(await rainbond.port('web', 80)).toBeUndefined()
  })
})
