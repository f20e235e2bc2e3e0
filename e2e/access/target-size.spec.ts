import type { Locator, Page } from '@playwright/test'
import { addPortOf, planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { domainEditorOf, editorOf, expectSettled, openPorts, switchOf } from '../support/ports-page'

test.use({ viewport: { width: 320, height: 640 } })

/** Presses in the middle of each side of a square of 24 px around the middle of a control, and returns those that miss. */
function smallTargets(part: Element): { checked: number; small: string[] } {
  const reach = 11.5
  const isShown = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    getComputedStyle(element).pointerEvents !== 'none' &&
    element.getBoundingClientRect().width > 0 &&
    element.getBoundingClientRect().height > 0
  // A link among words is as high as its line.
  const isInText = (element: Element) =>
    element.matches('a') &&
    getComputedStyle(element).display === 'inline' &&
    [...(element.parentElement?.childNodes ?? [])].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    )
  const controls = part.querySelectorAll<HTMLElement>(
    'a[href], button, input, select, textarea, summary, [role="button"], [role="menuitem"], [role="option"]',
  )
  const small: string[] = []
  let checked = 0
  for (const control of controls) {
    const labels = control instanceof HTMLInputElement ? [...(control.labels ?? [])] : []
    // The input of some controls is invisible, and its label is what is pressed.
    const target = [control, ...labels].find(isShown)
    if (target === undefined || isInText(target)) continue
    checked += 1
    target.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
    const { left, top, width, height } = target.getBoundingClientRect()
    const [x, y] = [left + width / 2, top + height / 2]
    const misses = [
      [x, y],
      [x - reach, y],
      [x + reach, y],
      [x, y - reach],
      [x, y + reach],
    ].some(([atX = 0, atY = 0]) => {
      const hit = document.elementFromPoint(atX, atY)
      return hit === null || ![target, ...labels].some((each) => each.contains(hit))
    })
    if (misses) small.push(`${control.ariaLabel ?? control.textContent} ${width} × ${height}`)
  }
  return { checked, small }
}

/** Expects at least `few` targets in a part of the page, none of them smaller than 24 × 24 px. */
async function expectLargeTargets(part: Locator, few: number) {
  const { checked, small } = await part.evaluate(smallTargets)
  expect.soft(small).toEqual([])
  expect(checked).toBeGreaterThanOrEqual(few)
}

const wholePage = (page: Page) => page.locator('body')

test('all targets in a list have at least 24 px', async ({ page }) => {
  await page.goto('/teams/shop/regions/east/apps/1/services')
  await expect(page.getByRole('link', { name: /orders-db/ })).toBeVisible()
  await page.getByRole('searchbox').fill('or')
  await expectLargeTargets(wholePage(page), 6)
})

test('all targets on the page of a component have at least 24 px', async ({ page }) => {
  await openPorts(page, 'web')
  await expect(switchOf(page, 'External', 80)).toBeVisible()
  await expectLargeTargets(wholePage(page), 100)

  await page.getByRole('textbox', { name: 'Filter ports' }).fill('80')
  await page.getByRole('button', { name: 'Edit internal domain', exact: true }).click()
  await domainEditorOf(page).domain.fill('shop')
  await editorOf(page, 80).editAlias.click()
  await editorOf(page, 80).alias.fill('SHOP')
  await editorOf(page, 8080).editProtocol.click()
  await expect(editorOf(page, 8080).protocol).toBeVisible()
  await expectLargeTargets(page.getByRole('main'), 20)
})

test('all targets in the dialogs and the menu of a component have at least 24 px', async ({ page }) => {
  await openPorts(page, 'web')
  await switchOf(page, 'External', 8081).click()
  await expect(planOf(page).run).toBeVisible()
  await expectLargeTargets(planOf(page).dialog, 2)
  await page.keyboard.press('Escape')
  await expect(planOf(page).dialog).toBeHidden()

  const add = addPortOf(page)
  await add.open.click()
  await add.port.fill('22')
  await expectLargeTargets(add.dialog, 8)
  await add.clear.click()
  await add.close.click()

  await page.getByRole('button', { name: 'Actions, port 80', exact: true }).click()
  await expectLargeTargets(page.getByRole('menu'), 2)
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Display settings', exact: true }).click()
  await expectLargeTargets(page.getByRole('dialog'), 6)
})

test('all targets in the notice of a change and in the history have at least 24 px', async ({ page }) => {
  await openPorts(page, 'web')
  await switchOf(page, 'Internal', 8081).click()
  await expectSettled(switchOf(page, 'Internal', 8081), true)
  const notice = page.getByRole('region', { name: 'Last change' })
  await expect(notice.getByRole('button', { name: 'Undo', exact: true })).toBeVisible()
  await expectLargeTargets(notice, 2)

  await page.getByRole('button', { name: /^(Changes|History)/ }).click()
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Undo', exact: true })).toBeVisible()
  await expectLargeTargets(page.getByRole('dialog'), 3)
})
