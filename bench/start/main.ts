import { type Cost, printCosts } from '../page/cost'
import { measureEach, type Stage } from '../page/stage'
import { measureStart } from './measure'

/** How often each start is measured. Its median is printed. */
const starts = 5

/** Opens the ports of a component again and again, each time in a browser that was never there but is signed in. */
const measureAll =
  (throttled: boolean) =>
  async ({ page, url, seed }: Stage): Promise<Cost> => {
    const storageState = await page.context().storageState()
    const [service] = seed.services
    const [app] = seed.apps
    const path = `/teams/${seed.teams[0]?.tenant_name}/regions/scale/apps/${app?.ID}/services/${service?.service_alias}/ports`
    const browser = page.context().browser()
    if (!browser) throw new Error('The page has no browser')
    const costs: Cost[] = []
    for (let start = 0; start < starts; start += 1) {
      const context = await browser.newContext({ storageState, viewport: { width: 1440, height: 900 } })
      const opened = await context.newPage()
      const session = await context.newCDPSession(opened)
      costs.push(await measureStart(opened, session, url + path, { throttled }))
      await context.close()
    }
    return medianCost(costs)
  }

function medianCost(costs: readonly Cost[]): Cost {
  const names = Object.keys(costs[0] ?? {})
  return Object.fromEntries(
    names.map((name) => {
      const values = costs.map((cost) => cost[name] ?? Number.NaN).sort((a, b) => a - b)
      return [name, values[Math.floor(values.length / 2)] ?? Number.NaN]
    }),
  )
}

const seed = { components: 1, portsPerComponent: 10 }
const costs: Cost[] = []
for (const throttled of [false, true]) costs.push(...(await measureEach([seed], measureAll(throttled))))
printCosts('deep link to 10 ports, cold cache', ['unthrottled', 'throttled'], costs, starts)
