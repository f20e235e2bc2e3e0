import type { Locator, Page } from '@playwright/test'
import type { FaultRule } from '../../emulator/faults/rules'
import type { Port } from '../../src/api/contract/port'
import type { ConsoleDouble } from '../support/console-double'
import { expect, test } from '../support/fixtures'
import { domainEditorOf, openPorts, rowsOf, switchOf } from '../support/ports-page'

test.use({ provokesFailures: true })

const component = 'web'
const steps = 200
/** The number of steps between two comparisons of grid and console. */
const stepsToTruth = 50

/** Creates a reproducible sequence of numbers from 0 to 1 (mulberry32). */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const faults: FaultRule['fault'][] = [
  'crash',
  'html',
  'connection-reset',
  'lost-answer',
  'cut-json',
  'wrong-shape',
  'cluster-error',
  'cluster-timeout',
  'cluster-too-frequent',
  'slow',
]

/** Clicks and types at random. */
class Walker {
  readonly path: string[] = []
  private readonly dialog: Locator

  constructor(
    private readonly page: Page,
    private readonly rainbond: ConsoleDouble,
    private readonly chance: () => number,
  ) {
    this.dialog = page.getByRole('dialog')
  }

  /** Performs one action, or none if its target has disappeared meanwhile. */
  async step() {
    const name = (await this.dialog.isVisible()) ? await this.answer() : await this.useGrid()
    this.path.push(name)
  }

  private pick<T>(choices: readonly T[]): T {
    const choice = choices[Math.floor(this.chance() * choices.length)]
    if (choice === undefined) throw new Error('There is nothing to choose from')
    return choice
  }

  private async press(control: Locator): Promise<boolean> {
    return control.click({ timeout: 1500 }).then(
      () => true,
      () => false,
    )
  }

  private async answer(): Promise<string> {
    let offered: string[] = []
    // A plan that is reading again offers nothing meanwhile.
    await expect
      .poll(async () => {
        const buttons = await this.dialog.getByRole('button').allTextContents()
        // The confirming button is the last one. What shows and shares the plan changes nothing.
        offered = buttons.filter((name) => name !== '' && !/curl|Share plan/.test(name)).reverse()
        return offered.length > 0 || !(await this.dialog.isVisible())
      })
      .toBe(true)
    if (offered.length === 0) return 'closed by itself'
    // A person mostly confirms a plan.
    const [first = 'Cancel'] = offered
    const name = this.pick([first, first, ...offered])
    const pressed = await this.press(this.dialog.getByRole('button', { name, exact: true }))
    return `${pressed ? '' : 'missed '}${name}`
  }

  private async useGrid(): Promise<string> {
    const port = this.pick(await this.shownPorts())
    const action = this.pick([
      'inner',
      'inner',
      'outer',
      'outer',
      'protocol',
      'alias',
      'domain',
      'delete',
      'undo',
      'again',
      'save',
      'save',
      'cancel',
      'refresh',
      'filter',
      'fault',
      'fault',
      'fault',
      'clear',
    ] as const)
    const done = await this.actions(port)[action]()
    return `${done ? '' : 'missed '}${action} ${port}`
  }

  private actions(port: number) {
    const { page } = this
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    return {
      inner: () => this.press(switchOf(page, 'Internal', port)),
      outer: () => this.press(switchOf(page, 'External', port)),
      protocol: () => this.chooseProtocol(port),
      alias: () => this.type(port, 'alias', ['WEB', 'WEB_ADMIN', 'ONE', 'TWO', `P${port}`, 'not good']),
      domain: () => this.type(null, 'internal domain', ['web', 'front', 'bee', 'Not-Good']),
      delete: () => this.openDelete(port),
      undo: () => this.pressIfThere(button('Undo').first()),
      again: () => this.pressIfThere(button('Try again').first()),
      save: () => this.pressIfThere(button('Save').first()),
      cancel: () => this.pressIfThere(button('Cancel').first()),
      refresh: () => this.press(button('Refresh')),
      filter: () => this.filter(),
      fault: () => this.setFault(),
      clear: () => this.rainbond.fail().then(() => true),
    }
  }

  private async pressIfThere(control: Locator): Promise<boolean> {
    return (await control.isVisible()) && this.press(control)
  }

  private async chooseProtocol(port: number): Promise<boolean> {
    const protocol = this.pick(['http', 'tcp', 'udp', 'mysql', 'grpc'])
    const edit = this.page.getByRole('button', { name: `Edit protocol, port ${port}`, exact: true })
    const select = this.page.getByRole('combobox', { name: `Protocol, port ${port}`, exact: true })
    if (!(await select.isVisible()) && !(await this.press(edit))) return false
    return select.selectOption(protocol, { timeout: 1500 }).then(
      () => true,
      () => false,
    )
  }

  /** Opens a field of a row (or of the component) and types one of `texts`; every other time it saves at once. */
  private async type(port: number | null, field: string, texts: readonly string[]): Promise<boolean> {
    const text = this.pick(texts)
    const of = port === null ? '' : `, port ${port}`
    const opened = await this.press(
      this.page.getByRole('button', { name: `Edit ${field}${of}`, exact: true }),
    )
    const name = `${field.charAt(0).toUpperCase()}${field.slice(1)}${of}`
    const input = this.page.getByRole('textbox', { name, exact: true })
    const save = this.pick([true, false])
    if (!opened) return false
    return input
      .fill(text, { timeout: 1500 })
      .then(() => (save ? input.press('Enter', { timeout: 1500 }) : undefined))
      .then(
        () => true,
        () => false,
      )
  }

  private async openDelete(port: number): Promise<boolean> {
    const opened = await this.press(this.page.getByRole('button', { name: `Actions, port ${port}` }))
    return opened && this.press(this.page.getByRole('menuitem', { name: 'Delete port' }))
  }

  private async filter(): Promise<boolean> {
    await this.page
      .getByRole('textbox', { name: 'Filter ports' })
      .fill(this.pick(['', '', '808', 'grpc', 'outer']))
    return true
  }

  private async setFault(): Promise<boolean> {
    const fault = this.pick(faults)
    const method = this.pick(['PUT', 'PUT', 'PUT', 'GET', 'DELETE'])
    const latencyMs = fault === 'slow' ? { latencyMs: 1500 } : {}
    const count = 1 + Math.floor(this.chance() * 4)
    await this.rainbond.fail({ fault, method, path: '/ports', count, ...latencyMs })
    return true
  }

  /** Returns the ports in the grid, and clears a filter that matches none. */
  private async shownPorts(): Promise<number[]> {
    const names = this.page.getByRole('switch', { name: /^Internal access, port / })
    if ((await names.count()) === 0) {
      await this.page.getByRole('textbox', { name: 'Filter ports' }).fill('')
      await expect(names).not.toHaveCount(0)
    }
    const labels = await names.evaluateAll((switches) =>
      switches.map((control) => control.getAttribute('aria-label') ?? ''),
    )
    return labels.map((label) => Number(label.replace(/\D/g, '')))
  }

  /** Ends faults, dialogs, drafts and changes, and refreshes. */
  async settle() {
    const { page, dialog } = this
    await this.rainbond.fail()
    await page.getByRole('textbox', { name: 'Filter ports' }).fill('')
    await expect(async () => {
      await this.pressIfThere(dialog.getByRole('button', { name: 'Cancel', exact: true }))
      await expect(dialog).toBeHidden({ timeout: 500 })
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0, { timeout: 500 })
    }).toPass({ timeout: 90_000 })
    const cancels = page.getByRole('main').getByRole('button', { name: 'Cancel', exact: true })
    for (let left = await cancels.count(); left > 0; left -= 1) {
      await cancels.first().click()
      await expect(cancels).toHaveCount(left - 1)
    }
    await page.getByRole('button', { name: 'Refresh', exact: true }).click()
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
    await expect(page.getByText('Couldn’t refresh')).toBeHidden()
  }
}

/** Reads a port from the grid. */
async function shownPort(page: Page, port: number) {
  const row = rowsOf(page).filter({ has: switchOf(page, 'Internal', port) })
  const [, protocol, alias] = await row.getByRole('gridcell').allTextContents()
  return {
    port,
    protocol,
    alias,
    inner: await switchOf(page, 'Internal', port).isChecked(),
    outer: await switchOf(page, 'External', port).isChecked(),
  }
}

/** Expects the grid to show exactly `truth`. */
async function expectTruth(page: Page, truth: readonly Port[]) {
  await expect(rowsOf(page)).toHaveCount(truth.length)
  const [first] = truth
  if (first) await expect(domainEditorOf(page).shown).toHaveText(first.k8s_service_name)
  for (const port of truth)
    expect(await shownPort(page, port.container_port)).toEqual({
      port: port.container_port,
      protocol: port.protocol,
      alias: port.port_alias === '' ? '–' : port.port_alias,
      inner: port.is_inner_service,
      outer: port.is_outer_service,
    })
}

const seedOfDay = process.env['PORTDECK_WALK_SEED'] ?? '20261124'

test('the grid ends with the real state after random clicks, typing and failures', async ({
  page,
  rainbond,
}) => {
  test.setTimeout(900_000)
  const walker = new Walker(page, rainbond, mulberry32(Number(seedOfDay)))
  await openPorts(page, component)
  try {
    for (let step = 1; step <= steps; step += 1) {
      await walker.step()
      if (step % stepsToTruth !== 0) continue
      await walker.settle()
      await expectTruth(page, await rainbond.ports(component))
    }
  } catch (error) {
    throw new Error(`PORTDECK_WALK_SEED=${seedOfDay}: ${walker.path.join(', ')}`, { cause: error })
  }
})
