import { chromium, expect as expectSoon, type Locator, type Page } from '@playwright/test'
import { signIn, switchOf } from '../support/ports-page'
import { portsPath, tokens } from '../support/world'
import { busyOne } from './replica'
import type { Stage } from './stage'
import type { Tally } from './tally'

const component = 'web'
/** The first of its closed ports. */
const firstPort = 18_100
const clicks = 3

// Long enough for a busy machine.
const expect = expectSoon.configure({ timeout: 30_000 })

const browserArguments = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run']

async function openPorts(page: Page, origin: string) {
  await page.goto(origin + portsPath(component))
  await signIn(page, tokens.ada)
  await expect(page.getByRole('grid', { name: 'Ports' })).toBeVisible()
}

/** Reads a switch from the screen: its state, and the reason if a change failed. */
async function read(control: Locator) {
  await expect(control).not.toHaveAttribute('aria-busy', 'true')
  const described = await control.getAttribute('aria-describedby')
  const isOn = await control.isChecked()
  const why = described === null ? '' : await control.page().locator(`[id="${described}"]`).innerText()
  return { isOn, why }
}

/**
 * Opens ports in a browser, and kills the replica with the write each time: before or after the console has carried it
 * out, in turn.
 */
export async function clickWhileReplicasDie(stage: Stage, tally: Tally): Promise<void> {
  const { origin, rainbond, replicas } = stage
  const executablePath = process.env['CHROMIUM_PATH']
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: browserArguments,
  })
  try {
    const page = await browser.newPage({ locale: 'en-US', viewport: { width: 1440, height: 900 } })
    let sent = 0
    let unauthenticated = 0
    page.on('request', (request) => (sent += request.method() === 'PUT' ? 1 : 0))
    await openPorts(page, origin)
    page.on('response', (response) => (unauthenticated += response.status() === 401 ? 1 : 0))

    const arrivedBefore = rainbond.arrivals.length
    const silent: number[] = []
    let reported = 0
    for (let click = 0; click < clicks; click += 1) {
      const port = firstPort + click
      const control = switchOf(page, 'Internal', port)
      await stage.balance('guide')
      const { arrived } = rainbond.holdNextWrite(click % 2 === 0 ? 'before' : 'after')
      await control.click()
      await arrived
      const replica = await busyOne(replicas)
      await replica.end('SIGKILL')
      const restarted = click < clicks - 1 ? replica.start() : undefined
      const { isOn, why } = await read(control)
      if (why !== '') reported += 1
      if (!isOn && why === '') silent.push(port)
      await restarted
    }
    const arrived = rainbond.arrivals.slice(arrivedBefore)
    console.log(
      `  ${clicks} clicks, ${sent} writes sent, ${arrived.length} arrived; the screen reported ${reported}`,
    )
    tally.check(
      'the screen reported every write that was not carried out',
      silent.length === 0 && reported > 0,
    )
    tally.check('no write reached the console twice', arrived.length <= sent)
    tally.check('the person was never signed out', unauthenticated === 0)

    const states = (await rainbond.ports(component)).map((port) => ({
      number: port.container_port,
      inner: port.is_inner_service,
      outer: port.is_outer_service,
    }))
    const shown = await Promise.all(
      states.map(async ({ number }) => ({
        number,
        inner: await switchOf(page, 'Internal', number).isChecked(),
        outer: await switchOf(page, 'External', number).isChecked(),
      })),
    )
    tally.check(
      'grid and console agree',
      JSON.stringify(shown) === JSON.stringify(states),
      `${states.length} ports, ${states.filter(({ inner }) => inner).length} open inside`,
    )
  } finally {
    await browser.close()
  }
}
