import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expectSettled, switchOf } from '../support/ports-page'
import { expect, test } from './fixtures'

// All tests of this file share one build.
test.describe.configure({ mode: 'default' })
// A reload asks for the address of the component, which names no file.
test.use({ opensMissingFile: true })

const panelOf = (page: Page) => page.getByRole('dialog', { name: 'Demo' })

async function openPanel(page: Page, badge = 'Demo') {
  await page.getByRole('button', { name: badge, exact: true }).click()
  await expect(panelOf(page)).toBeVisible()
}

test.beforeEach(async ({ page }) => {
  await page.goto('./')
  await expect(switchOf(page, 'Internal', 9113)).toBeVisible()
  await page.getByRole('button', { name: 'Not now' }).click()
})

test('a fault shows in the next change, also after a reload, until it is switched off', async ({ page }) => {
  await openPanel(page)
  await page.getByRole('radio', { name: 'Cluster conflict' }).check()
  await page.keyboard.press('Escape')
  await switchOf(page, 'Internal', 9113).click()
  await expect(page.getByText(/The cluster behind Rainbond refused this/).first()).toBeVisible()
  await expectSettled(switchOf(page, 'Internal', 9113), false)

  await page.reload()
  await openPanel(page, 'Demo, fault on')
  await expect(page.getByRole('radio', { name: 'Cluster conflict' })).toBeChecked()
  await page.getByRole('radio', { name: 'No fault' }).check()
  await page.keyboard.press('Escape')
  await switchOf(page, 'Internal', 9113).click()
  await expectSettled(switchOf(page, 'Internal', 9113), true)
})

test('a fault of reads shows at once', async ({ page }) => {
  await openPanel(page)
  await page.getByRole('radio', { name: 'Unexpected format' }).check()
  await page.keyboard.press('Escape')
  await expect(page.getByText('Couldn’t refresh.', { exact: false })).toBeVisible()
})

test('a delay keeps a switch pending for its time', async ({ page }) => {
  await openPanel(page)
  await panelOf(page).getByText('2 s', { exact: true }).click()
  await page.keyboard.press('Escape')
  await switchOf(page, 'Internal', 9113).click()
  await expect(switchOf(page, 'Internal', 9113)).toHaveAttribute('aria-busy', 'true')
  await expectSettled(switchOf(page, 'Internal', 9113), true)
})

test('a reset brings back the original data, and switches everything off', async ({ page }) => {
  await switchOf(page, 'Internal', 9113).click()
  await expectSettled(switchOf(page, 'Internal', 9113), true)
  await openPanel(page)
  await page.getByRole('radio', { name: 'No effect' }).check()
  await page.getByRole('button', { name: 'Reset the demo' }).click()
  await expect(page.getByRole('button', { name: 'Demo', exact: true })).toBeVisible()
  await expect(switchOf(page, 'Internal', 9113)).not.toBeChecked()
})

test('the panel speaks the language of the page, and has no accessibility findings', async ({ page }) => {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await openPanel(page)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    await page.keyboard.press('Escape')
  }
  await page.getByRole('button', { name: 'Display settings' }).click()
  await page.getByText('中文', { exact: true }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '演示', exact: true }).click()
  await expect(page.getByRole('button', { name: '重置演示' })).toBeVisible()
})
