import { filtering, firstSwitch, scrolling, toggling } from '../page/actions'
import { type Cost, cpuMs, heapMiB, printCosts } from '../page/cost'
import { measureEach, type Stage } from '../page/stage'

/** Numbers of ports of the component. The first is the baseline. */
const sizes = [100, 1_000, 5_000]

async function measure(stage: Stage): Promise<Cost> {
  const { page, session, url, seed } = stage
  const [service] = seed.services
  const [app] = seed.apps
  await page.goto(
    `${url}/teams/${seed.teams[0]?.tenant_name}/regions/scale/apps/${app?.ID}/services/${service?.service_alias}/ports`,
  )
  await firstSwitch(page).waitFor()
  return {
    'open, CPU ms': await cpuMs(session),
    'heap, MiB': await heapMiB(session),
    'filter, CPU ms': await filtering(stage),
    'toggle and read back, CPU ms': await toggling(stage),
    'scroll 700 px, CPU ms': await scrolling(stage),
  }
}

const seeds = sizes.map((portsPerComponent) => ({ components: 1, portsPerComponent }))
printCosts(
  'one component',
  sizes.map((ports) => `${ports} ports`),
  await measureEach(seeds, measure),
)
