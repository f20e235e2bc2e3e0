import type { Page } from '@playwright/test'
import { planOf } from '../../e2e/support/dialogs'
import { inventoryAddress, measureEach, type Stage } from '../page/stage'
import type { ReviewCost } from './review-cost'

const portsPerComponent = 20
const numbers = new Intl.NumberFormat('en-US')

/** Measures one change of all ports of so many components, 20 of each, in the page, until its review has been painted. */
export async function measureInPage(components: number, rounds: number): Promise<ReviewCost[]> {
  const costs: ReviewCost[] = []
  await measureEach([{ components, portsPerComponent }], async (stage) => {
    await selectAll(stage)
    for (let round = 0; round < rounds; round += 1) costs.push(await measure(stage.page))
    return {}
  })
  return costs
}

/** Opens the page of all ports, waits until everything has been read, and selects all of it. */
async function selectAll({ page, url, seed }: Stage) {
  await page.goto(inventoryAddress({ url, seed }))
  await page.getByText(`${numbers.format(seed.services.length)} components read`, { exact: true }).waitFor()
  const all = `Select all ${numbers.format(seed.ports.length)} ports`
  await page.getByRole('grid').getByRole('checkbox', { name: all, exact: true }).check()
}

async function measure(page: Page): Promise<ReviewCost> {
  await page.getByRole('button', { name: 'Internal access', exact: true }).click()
  const open = page.getByRole('menuitem', { name: 'Open internal access', exact: true })
  // In the page: what looks for elements from outside would run in its tasks.
  const cost = await open.evaluate(async (item: HTMLElement) => {
    const tasks: number[] = []
    const watch = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration)
    })
    watch.observe({ type: 'longtask' })
    const start = performance.now()
    item.click()
    while (document.querySelector('[role="dialog"] [role="listitem"]') === null)
      await new Promise(requestAnimationFrame)
    // It is painted between this frame and the next.
    await new Promise(requestAnimationFrame)
    const untilReview = performance.now() - start
    // Long tasks are told of a while later.
    await new Promise((resolve) => requestIdleCallback(resolve))
    for (const { duration } of watch.takeRecords()) tasks.push(duration)
    watch.disconnect()
    return { untilReview, longestTask: Math.max(0, ...tasks) }
  })
  const { cancel, dialog } = planOf(page)
  await cancel.click()
  await dialog.waitFor({ state: 'hidden' })
  return cost
}
