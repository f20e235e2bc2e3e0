import type { Browser, Page } from '@playwright/test'
import { firstSwitch } from '../page/actions'
import { interactionsOf, longTasksOf, watchInteractions } from '../page/interactions'
import { scrollBy } from '../page/scrolled'
import { inventoryAddress, setStage } from '../page/stage'
import { quantile } from '../report/statistics'
import { createTurns } from './turns'

const numbers = new Intl.NumberFormat('en-US')

const components = 1_000
const portsPerComponent = 20
const at = `${numbers.format(components * portsPerComponent)} ports, CPU 4×`
const slowdown = 4

/** As fast as somebody types, in milliseconds from key to key. */
const keyDelayMs = 120
const scrollPx = 20_000
/** What is typed into the filter. */
const word = 'mysql'

/** Measures how soon the page of all ports reacts on a slow processor, once everything has been read. */
export async function measureInput(browser: Browser, rounds: number) {
  const turns = createTurns('input')
  const stage = await setStage(browser, { components, portsPerComponent })
  const { page, session } = stage
  await page.goto(inventoryAddress(stage))
  await page.getByText(`${numbers.format(components)} components read`, { exact: true }).waitFor()
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await act(page, () => undefined)
  await watchInteractions(page)
  for (let round = 0; round < rounds; round += 1)
    await act(page, (name, value) => turns.add(name, at, '', 'portdeck', value))
  turns.add('interactions, 98 % within', at, 'ms', 'portdeck', quantile(await interactionsOf(page), 0.98))
  await stage.close()
  return turns.measurements()
}

/** Does what people do, and reports how many long tasks there were. */
async function act(page: Page, report: (name: string, longTasks: number) => void) {
  report('long tasks while scrolling', await longTasksOf(page, () => scrollBy(page, scrollPx, null)))
  report('long tasks while typing', await longTasksOf(page, () => typing(page)))
  report('long tasks while moving by keys', await longTasksOf(page, () => moving(page)))
  report('long tasks while switching', await longTasksOf(page, () => switching(page)))
}

async function typing(page: Page) {
  const filter = page.getByLabel('Filter ports', { exact: true })
  const counted = page.getByText(/ of [\d,]+ ports$/)
  await filter.click()
  await page.keyboard.type(word, { delay: keyDelayMs })
  await counted.waitFor()
  for (let left = word.length; left > 0; left -= 1)
    await page.keyboard.press('Backspace', { delay: keyDelayMs })
  await counted.waitFor({ state: 'hidden' })
  await page.keyboard.press('Escape')
}

async function moving(page: Page) {
  await firstSwitch(page).focus()
  for (const key of ['ArrowDown', 'ArrowUp'])
    for (let row = 0; row < 15; row += 1) await page.keyboard.press(key, { delay: keyDelayMs })
}

/** Opens and closes internal access of the first port by the pointer, each until it has been read back. */
async function switching(page: Page) {
  const control = firstSwitch(page)
  for (let turn = 0; turn < 2; turn += 1) {
    const wasOn = await control.isChecked()
    await control.click()
    await page.waitForFunction(
      (was) => {
        const first = document.querySelector<HTMLInputElement>(
          '[role="switch"][aria-label^="Internal access, port"]',
        )
        return first !== null && first.checked !== was && first.ariaBusy !== 'true'
      },
      wasOn,
      { polling: 200 },
    )
  }
}
