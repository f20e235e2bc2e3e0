import type { Page } from '@playwright/test'
import { cpuPerTurn } from './cost'
import type { Stage } from './stage'

/** The switch of the first row. */
export const firstSwitch = (page: Page) =>
  page.getByRole('switch', { name: /^Internal access, port/ }).first()

const painted = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))

/** Filters and clears the filter in turn. */
export async function filtering({ page, session }: Stage): Promise<number> {
  const filter = page.getByLabel('Filter ports', { exact: true })
  const counted = page.getByText(/ of [\d,]+ ports$/)
  const ms = await cpuPerTurn(session, async (turn) => {
    const isFiltered = turn % 2 === 0
    await filter.fill(isFiltered ? 'tcp' : '')
    await counted.waitFor({ state: isFiltered ? 'visible' : 'hidden' })
  })
  await filter.fill('')
  await counted.waitFor({ state: 'hidden' })
  return ms
}

/** Opens and closes internal access of the first port, from the click until it has been read back. */
export async function toggling({ page, session }: Stage): Promise<number> {
  const name = (await firstSwitch(page).getAttribute('aria-label')) ?? ''
  const toggled = page.getByRole('switch', { name, exact: true })
  return cpuPerTurn(session, async () => {
    const on = await toggled.isChecked()
    await toggled.click()
    await page.waitForFunction(
      ([label, was]) => {
        const control = document.querySelector<HTMLInputElement>(`[role="switch"][aria-label="${label}"]`)
        return control !== null && control.checked !== was && control.ariaBusy !== 'true'
      },
      [name, on] as const,
    )
  })
}

export async function scrolling({ page, session }: Stage): Promise<number> {
  await page.getByRole('grid', { name: 'Ports' }).hover()
  return cpuPerTurn(session, async () => {
    await page.mouse.wheel(0, 700)
    await painted(page)
  })
}
