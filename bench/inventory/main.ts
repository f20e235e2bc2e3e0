import { performance } from 'node:perf_hooks'
import { filtering, firstSwitch, scrolling, toggling } from '../page/actions'
import { type Cost, cpuMs, cpuPerTurn, heapMiB, printCosts } from '../page/cost'
import { measureEach, type Stage } from '../page/stage'

/** Numbers of components. The first, a page of 100 ports, is the baseline. */
const sizes = [5, 1_000]
const portsPerComponent = 20

const numbers = new Intl.NumberFormat('en-US')

async function measure(stage: Stage): Promise<Cost> {
  const { page, session, url, seed } = stage
  const start = performance.now()
  await page.goto(`${url}/teams/${seed.teams[0]?.tenant_name}/regions/scale/ports`)
  await firstSwitch(page).waitFor()
  const firstRowsMs = performance.now() - start
  await page.getByText(`${numbers.format(seed.services.length)} components read`, { exact: true }).waitFor()
  const completeMs = performance.now() - start
  return {
    'first rows, ms': firstRowsMs,
    'complete, ms': completeMs,
    'complete, CPU ms': await cpuMs(session),
    'heap, MiB': await heapMiB(session),
    'filter, CPU ms': await filtering(stage),
    'toggle and read back, CPU ms': await toggling(stage),
    'sort one list, CPU ms': await sorting(stage),
    'toggle and read back in one list, CPU ms': await toggling(stage),
    'scroll 700 px, CPU ms': await scrolling(stage),
  }
}

/** Shows all ports in one list, and turns its order round. */
async function sorting({ page, session }: Stage): Promise<number> {
  await page.getByText('One list', { exact: true }).click()
  const header = page.getByRole('columnheader', { name: 'Port', exact: true })
  const button = header.getByRole('button')
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
