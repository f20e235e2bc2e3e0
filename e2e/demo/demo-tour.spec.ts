import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expectSettled, switchOf } from '../support/ports-page'
import { expect, test } from './fixtures'

// All tests of this file share one build.
test.describe.configure({ mode: 'default' })
test.use({ opensMissingFile: true })

const titles = [
  'Open a port with one click',
  'See what opens before it opens',
  'Edit in place',
  'Get warned about risky ports',
  'Undo any change',
  'Find any component',
]

const stepOf = (page: Page, name: string) => page.getByRole('dialog', { name })

async function startTour(page: Page) {
  await page.goto('./')
  await expect(switchOf(page, 'Internal', 9113)).toBeVisible()
  await page.getByRole('button', { name: 'Start the tour' }).press('Enter')
  await expect(stepOf(page, titles[0] ?? '')).toBeFocused()
}

test('by keyboard: six steps to the end, each at its control, then back to work', async ({ page }) => {
  await startTour(page)
  const controls = [
    switchOf(page, 'Internal', 9113),
    switchOf(page, 'External', 9113),
    page.getByRole('button', { name: 'Edit alias, port 80', exact: true }),
    switchOf(page, 'External', 8080),
    page.getByRole('button', { name: /^History/ }),
    page.getByRole('searchbox'),
  ]
  for (const [at, control] of controls.entries()) {
    const step = stepOf(page, titles[at] ?? '')
    await expect(step.getByText(`${at + 1} of 6`)).toBeVisible()
    await step.getByRole('button', { name: 'Go to the control' }).press('Enter')
    await expect(control).toBeFocused()
    await page.keyboard.press('F6')
    await expect(step).toBeFocused()
    await step.getByRole('button', { name: at < 5 ? 'Next' : 'Finish' }).press('Enter')
  }
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('what a step explains can be done while it is shown', async ({ page }) => {
  await startTour(page)
  await switchOf(page, 'Internal', 9113).click()
  await expectSettled(switchOf(page, 'Internal', 9113), true)
  await page.getByRole('button', { name: 'Next' }).click()
  await switchOf(page, 'External', 9113).click()
  await page
    .getByRole('button', { name: /^(Run|Open external)/ })
    .last()
    .click()
  await expectSettled(switchOf(page, 'External', 9113), true)
  await expect(stepOf(page, titles[1] ?? '')).toBeVisible()
  for (const name of ['Next', 'Next', 'Next']) await page.getByRole('button', { name }).click()
  await stepOf(page, titles[4] ?? '')
    .getByRole('button', { name: 'Go to the control' })
    .click()
  await expect(page.getByRole('button', { name: 'Undo', exact: true }).first()).toBeFocused()
})

test('Escape ends it, and it is not offered again but can be taken again', async ({ page }) => {
  await startTour(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.reload()
  await expect(switchOf(page, 'Internal', 9113)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Start the tour' })).toBeHidden()
  await page.getByRole('link', { name: /^Portdeck/ }).click()
  await page.getByRole('button', { name: 'Demo', exact: true }).click()
  await page.getByRole('button', { name: 'Take the tour' }).click()
  await expect(stepOf(page, titles[0] ?? '')).toBeVisible()
  await expect(switchOf(page, 'Internal', 9113)).toBeVisible()
})

test('goes on where a control is missing, and after the language was changed', async ({ page }) => {
  await startTour(page)
  await page.getByRole('textbox', { name: 'Filter ports' }).fill('80')
  await expect(switchOf(page, 'Internal', 9113)).toBeHidden()
  const step = stepOf(page, titles[0] ?? '')
  await expect(step.getByRole('button', { name: 'Go to the control' })).toBeHidden()
  await page.getByRole('textbox', { name: 'Filter ports' }).fill('')
  await expect(step.getByRole('button', { name: 'Go to the control' })).toBeVisible()
  await page.getByRole('button', { name: 'Display settings' }).click()
  await page.getByText('中文', { exact: true }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: '一次点击即可打开端口' })).toBeVisible()
  await expect(page.getByRole('button', { name: '转到此控件' })).toBeVisible()
})

test('fits on a phone, and has no accessibility findings', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await startTour(page)
  for (const title of titles) {
    await expect(page).toHaveTitle(/ · Portdeck$/)
    const box = await stepOf(page, title).boundingBox()
    expect(box && box.x >= 0 && box.x + box.width <= 390 && box.y >= 0).toBe(true)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    await page.getByRole('button', { name: /Next|Finish/ }).click()
  }
})
