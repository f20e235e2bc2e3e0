import { performance } from 'node:perf_hooks'
import { paletteOf } from '../../e2e/support/palette'
import { filtering, firstSwitch, scrolling, toggling } from '../page/actions'
import { type Cost, cpuMs, cpuPerTurn, heapMiB, printCosts } from '../page/cost'
import { inventoryAddress, measureEach, type Stage } from '../page/stage'

/** Numbers of components. The first, a page of 100 ports, is the baseline. */
const sizes = [5, 1_000]
const portsPerComponent = 20

const numbers = new Intl.NumberFormat('en-US')

async function measure(stage: Stage): Promise<Cost> {
  const { session } = stage
  const first = await visiting(stage)
  return {
    'first rows, ms': first.rowsMs,
    'complete, ms': first.completeMs,
    'complete, CPU ms': await cpuMs(session),
    'heap, MiB': await heapMiB(session),
    'filter, CPU ms': await filtering(stage),
    'toggle and read back, CPU ms': await toggling(stage),
    'sort one list, CPU ms': await sorting(stage),
    'toggle and read back in one list, CPU ms': await toggling(stage),
    'scroll 700 px, CPU ms': await scrolling(stage),
    'open the palette, CPU ms': await openingPalette(stage),
    'find a port in the palette, CPU ms': await findingPort(stage),
    ...(await visitingAgain(stage)),
  }
}

/** Opens the page of all ports, and waits until everything has been read. */
async function visiting({ page, url, seed }: Stage) {
  const start = performance.now()
  await page.goto(inventoryAddress({ url, seed }))
  await firstSwitch(page).waitFor()
  const rowsMs = performance.now() - start
  await page.getByText(`${numbers.format(seed.services.length)} components read`, { exact: true }).waitFor()
  return { rowsMs, completeMs: performance.now() - start }
}

/** Opens the page again, which shows at once what the first visit has read. */
async function visitingAgain(stage: Stage): Promise<Cost> {
  await stage.page.goto('about:blank')
  const { rowsMs, completeMs } = await visiting(stage)
  return {
    'first rows at the second visit, ms': rowsMs,
    'complete at the second visit, ms': completeMs,
    'complete at the second visit, CPU ms': await cpuMs(stage.session),
  }
}

/** Opens and closes the palette in turn. */
async function openingPalette({ page, session }: Stage): Promise<number> {
  const { dialog } = paletteOf(page)
  return cpuPerTurn(session, async (turn) => {
    const isOpen = turn % 2 === 0
    await page.keyboard.press(isOpen ? 'Control+k' : 'Escape')
    await dialog.waitFor({ state: isOpen ? 'visible' : 'hidden' })
  })
}

/** Types the name of a component and a port into the open palette, and clears it, in turn. */
async function findingPort({ page, session, seed }: Stage): Promise<number> {
  const { field, option } = paletteOf(page)
  const component = seed.services.at(-1)?.service_cname ?? ''
  const port = 8000
  const ms = await cpuPerTurn(session, async (turn) => {
    const isTyped = turn % 2 === 0
    if (isTyped) await field.pressSequentially(`${component} ${port}`)
    else await field.fill('')
    await option(`${component} ${port}`).waitFor({ state: isTyped ? 'visible' : 'hidden' })
  })
  await page.keyboard.press('Escape')
  return ms
}

/** Shows all ports in one list, and turns its order round. */
async function sorting({ page, session }: Stage): Promise<number> {
  await page.getByText('One list', { exact: true }).click()
  const header = page.getByRole('columnheader', { name: 'Port', exact: true })
  const button = header.getByRole('button', { name: 'Port', exact: true })
  return cpuPerTurn(session, async (turn) => {
    await button.click()
    await page
      .locator(`[role="columnheader"][aria-sort="${turn % 2 === 0 ? 'descending' : 'ascending'}"]`)
      .waitFor()
  })
}

const seeds = sizes.map((components) => ({ components, portsPerComponent }))
printCosts(
  `all ports, ${portsPerComponent} of each component`,
  sizes.map((components) => `${numbers.format(components * portsPerComponent)} ports`),
  await measureEach(seeds, measure),
)
