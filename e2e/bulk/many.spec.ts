import type { Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import * as z from 'zod/mini'
import { scaleSeed, scaleToken } from '../../emulator/seeds/scale'
import { unwrapList } from '../../src/api/contract/envelope'
import { portSchema } from '../../src/api/contract/port'
import { signInAtScale } from '../support/all-ports'
import { expectAccessible } from '../support/axe'
import type { ConsoleDouble } from '../support/console-double'
import { planOf } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { signIn } from '../support/ports-page'

type Seed = ReturnType<typeof scaleSeed>

const openPortsOf = (seed: Seed) => seed.ports.filter((port) => port.is_outer_service)

/** Hundreds of calls, next to other tests. */
const many = 180_000
test.describe.configure({ timeout: 2 * many })
test.use({
  signedIn: false,
  provokesFailures: true,
  // The tests of a worker are one and the same person to its gateway.
  gatewaySettings: { READ_BURST: '1000000', WRITE_BURST: '1000000' },
})

function pathOf(seed: Seed, at: number): string {
  const service = seed.services[at]
  const { tenant_id: team = '' } = seed.teams[0] ?? {}
  return `/openapi/v1/teams/${team}/regions/scale/apps/${String(service?.app_id)}/services/${service?.service_id ?? ''}/ports`
}

/** Asks the console directly, as somebody else would. */
function ask(rainbond: ConsoleDouble, path: string, method = 'GET', body?: object): Promise<Response> {
  return fetch(rainbond.url + path, {
    method,
    headers: { Authorization: scaleToken, 'Content-Type': 'application/json', Connection: 'close' },
    ...(body && { body: JSON.stringify(body) }),
  })
}

/** Returns the ports of a component by the console's own word, none of one that is deleted. */
async function portsAt(rainbond: ConsoleDouble, path: string) {
  const answer = await ask(rainbond, path)
  if (answer.status === 404) return []
  return z.array(portSchema).parse(unwrapList(await answer.json()))
}

/** Returns the ports of all components that are open to the outside by the console's own word, as component and port. */
async function openAt(rainbond: ConsoleDouble, seed: Seed): Promise<Set<string>> {
  const all = await Promise.all(
    seed.services.map(async ({ service_id: id }, at) => {
      const ports = await portsAt(rainbond, pathOf(seed, at))
      return ports
        .filter((port) => port.is_outer_service)
        .map((port) => `${id} ${String(port.container_port)}`)
    }),
  )
  return new Set(all.flat())
}

/** Counts the writes that reach the gateway, by component and port. */
function countWrites(page: Page): Map<string, number> {
  const writes = new Map<string, number>()
  page.on('request', (request) => {
    if (request.method() === 'GET') return
    const [, component, port] =
      /\/services\/([^/]+)\/ports\/(\d+)$/.exec(new URL(request.url()).pathname) ?? []
    if (component === undefined || port === undefined) return
    const key = `${component} ${port}`
    writes.set(key, (writes.get(key) ?? 0) + 1)
  })
  return writes
}

/** Selects all ports that are open to the outside, and asks for them to be closed. */
async function closeAllExternal(page: Page, seed: Seed) {
  await page.getByRole('link', { name: 'All ports', exact: true }).click()
  await expect(
    page.getByText(`${String(seed.services.length)} components read`, { exact: true }),
  ).toBeVisible({ timeout: many })
  await page.getByRole('combobox', { name: 'Filter ports' }).fill('external:open')
  await page
    .getByRole('grid')
    .getByRole('checkbox', { name: `Select all ${String(openPortsOf(seed).length)} ports` })
    .check()
  await page.getByRole('button', { name: 'External access', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Close external access', exact: true }).click()
}

const finished = (page: Page) => page.getByText(/^\d+ of \d+ components finished$/)
const finishedCount = async (page: Page) => Number.parseInt((await finished(page).textContent()) ?? '', 10)

/** Saves the report, and returns its rows by component and port. */
async function reportOf(page: Page): Promise<Map<string, { status: string; reason: string }>> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as CSV' }).click(),
  ])
  const text = await readFile(await download.path(), 'utf8')
  expect(text.startsWith('\uFEFFApp,')).toBe(true)
  const lines = text.trim().split('\r\n').slice(1)
  return new Map(
    lines.map((line) => {
      const [, , id = '', port = '', status = '', , ...reason] = line.split(',')
      return [`${id} ${port}`, { status, reason: reason.join(',') }]
    }),
  )
}

/** Returns what a report says to be closed of what was open. */
function closedBy(rows: ReadonlyMap<string, { status: string }>, before: ReadonlySet<string>): string[] {
  const isClosed = (key: string) => /^(Done and verified|No change needed)$/.test(rows.get(key)?.status ?? '')
  return [...before].filter(isClosed)
}

/** Returns what is no longer open, without what isn't to be looked at. */
const closedBetween = (before: ReadonlySet<string>, after: ReadonlySet<string>, without: readonly string[]) =>
  [...before].filter((key) => !after.has(key) && !without.includes(key))

test('over 400 open ports of 100 components are closed in one review, whatever goes wrong, and the report is what the console has', async ({
  page,
  rainbond,
}) => {
  const seed = scaleSeed({ components: 100, portsPerComponent: 17 })
  const total = openPortsOf(seed).length
  expect(total).toBeGreaterThanOrEqual(400)
  const idOf = (at: number) => seed.services[at]?.service_id ?? ''
  const keysOf = (at: number, among: Iterable<string>) => [...among].filter((key) => key.startsWith(idOf(at)))
  await signInAtScale(page, rainbond, seed)
  const writes = countWrites(page)
  const before = await openAt(rainbond, seed)
  expect(before.size).toBe(total)
  await closeAllExternal(page, seed)
  const plan = planOf(page)
  await expect(plan.dialog).toBeVisible({ timeout: many })
  await expect(plan.dialog).toContainText(`100 components · ${String(total)} ports · ${String(total)} steps`)
  await expect(plan.dialog.getByRole('listitem').first()).toBeVisible()
  await expectAccessible(page)
  const leftOut = keysOf(1, before)
  const asked = total - leftOut.length
  await plan.dialog.getByRole('checkbox', { name: 'Include app 1 / component 2', exact: true }).uncheck()
  await expect(plan.dialog.getByRole('button', { name: `Run ${String(asked)} steps` })).toBeVisible()

  const closeOneOf = async (at: number) => {
    const port = keysOf(at, before)[0]?.split(' ')[1] ?? ''
    const answer = await ask(rainbond, `${pathOf(seed, at)}/${port}`, 'PUT', { action: 'close_outer' })
    expect(answer.ok).toBe(true)
  }
  await closeOneOf(4)
  await rainbond.fail(
    { fault: 'cluster-too-frequent', method: 'PUT', path: idOf(6), count: 1 },
    // Also if it is met before Stop: what is resumed is tried again.
    { fault: 'cluster-conflict', method: 'PUT', path: idOf(20), count: 2 },
    { fault: 'lost-answer', method: 'PUT', path: idOf(10), count: 1 },
    { fault: 'cluster-timeout', method: 'PUT', path: idOf(12), count: 1 },
    { fault: 'slow', path: '/ports', latencyMs: 10 },
  )
  await plan.run.click()
  await expect.poll(() => finishedCount(page), { timeout: many }).toBeGreaterThan(20)
  await plan.stop.click()
  await expect(plan.resume).toBeVisible({ timeout: many })
  await expect(plan.dialog).toContainText(/\d+ not started/)
  expect(writes.size).toBeLessThan(asked)
  await closeOneOf(90)
  await rainbond.removeComponent(idOf(95))
  await plan.resume.click()
  await expect(plan.tryAgain).toBeVisible({ timeout: many })
  await plan.dialog.getByRole('button', { name: 'Close', exact: true }).click()

  const report = page.getByRole('dialog', { name: 'Report' })
  await expect(report).toBeVisible()
  const rows = await reportOf(page)
  const after = await openAt(rainbond, seed)
  expect(closedBy(rows, before)).toEqual(closedBetween(before, after, [...leftOut, ...keysOf(95, before)]))
  // What was left out is not in it, and as it was.
  expect(rows.size).toBe(asked)
  expect(keysOf(1, after)).toEqual(leftOut)
  // Neither is the deleted component said to be closed, nor the one that was to be looked at again.
  const rowsOf = (at: number) => keysOf(at, rows.keys()).map((key) => rows.get(key))
  const gone = {
    status: 'Not started',
    reason: 'Not found. It may have been deleted; refresh to see the current state.',
  }
  expect(rowsOf(95)).toEqual(keysOf(95, before).map(() => gone))
  expect(rowsOf(90).map((row) => row?.status)).toEqual([
    'No change needed',
    ...keysOf(90, after).map(() => 'Not started'),
  ])
  expect(rowsOf(20).map((row) => row?.status)).toEqual([
    'Not changed',
    ...keysOf(20, after)
      .slice(1)
      .map(() => 'Not started'),
  ])
  // Only what said that nothing was done was sent again.
  const twice = [...writes].filter(([, times]) => times > 1).map(([key]) => key.split(' ')[0])
  const repeated = [idOf(6), idOf(12), idOf(20)]
  expect(twice.filter((id) => !repeated.includes(id ?? ''))).toEqual([])
  await expectAccessible(page)

  writes.clear()
  const left = rows.size - closedBy(rows, before).length
  await report.getByRole('button', { name: `Fix and retry ${String(left)} ports`, exact: true }).click()
  await plan.run.click()
  await expect(plan.tryAgain).toBeVisible({ timeout: many })
  await plan.dialog.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(report).toBeVisible()
  expect([...writes].sort()).toEqual(
    [...keysOf(20, after), ...keysOf(90, after)].sort().map((key) => [key, 1]),
  )
  expect([...(await openAt(rainbond, seed))].sort()).toEqual([...leftOut].sort())
  await report.getByRole('button', { name: 'Close', exact: true }).click()

  const deleted = page.getByRole('row', { name: /app 4 \/ component 96/ })
  await expect(deleted).toContainText('Couldn’t be read: Not found.')
  await page.getByRole('button', { name: 'Refresh', exact: true }).click()
  await expect(deleted).toBeHidden({ timeout: many })
  await expect(page.getByText('99 components read', { exact: true })).toBeVisible({ timeout: many })
})

test('a reload in the middle of an undo of many says how far it was, and opening many asks for their number', async ({
  page,
  rainbond,
}) => {
  const seed = scaleSeed({ components: 14, portsPerComponent: 17 })
  const openPorts = openPortsOf(seed)
  const total = String(openPorts.length)
  await signInAtScale(page, rainbond, seed)
  await closeAllExternal(page, seed)
  const plan = planOf(page)
  await plan.run.click({ timeout: many })
  await expect(plan.dialog).toBeHidden({ timeout: many })
  expect((await openAt(rainbond, seed)).size).toBe(0)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()

  const number = plan.dialog.getByRole('textbox', { name: `Type ${total} to confirm` })
  await expect(number).toBeFocused()
  await page.keyboard.type(total.slice(0, 1))
  await page.keyboard.press('Enter')
  await expect(plan.run).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.type(total.slice(1))
  await rainbond.fail({ fault: 'slow', path: '/ports', latencyMs: 15 })
  await page.keyboard.press('Enter')
  await expect.poll(() => finishedCount(page), { timeout: many }).toBeGreaterThan(3)
  page.once('dialog', (dialog) => void dialog.accept())
  await page.reload()
  const told = page.getByText(/^A change was interrupted when this page was left: \d+ of 14 components/)
  await expect(told).toBeVisible()
  const saidFinished = Number(/left: (\d+) of/.exec((await told.textContent()) ?? '')?.[1])
  const components = new Map<string, number>()
  for (const key of await openAt(rainbond, seed)) {
    const id = key.split(' ')[0] ?? ''
    components.set(id, (components.get(id) ?? 0) + 1)
  }
  const whole = [...components].filter(
    ([id, count]) => count === openPorts.filter((port) => port.service_id === id).length,
  ).length
  expect(whole).toBeGreaterThanOrEqual(saidFinished)
  expect(whole).toBeLessThan(14)
})

/** Returns how many components have none of the ports left that were open. */
function wholeIn(seed: Seed, open: ReadonlySet<string>): number {
  const before = new Set(openPortsOf(seed).map((port) => port.service_id))
  const after = new Set([...open].map((key) => key.split(' ')[0] ?? ''))
  return [...before].filter((id) => !after.has(id)).length
}

for (const way of ['goes on from there after signing in', 'is told of after a reload'])
  test(`a change of many whose session expires says how far it was, sends nothing by itself, and ${way}`, async ({
    page,
    rainbond,
  }) => {
    const seed = scaleSeed({ components: 14, portsPerComponent: 17 })
    await signInAtScale(page, rainbond, seed)
    const done: string[] = []
    page.on('response', (answer) => {
      if (answer.request().method() === 'PUT' && answer.ok()) done.push(new URL(answer.url()).pathname)
    })
    await closeAllExternal(page, seed)
    const plan = planOf(page)
    await rainbond.fail({ fault: 'slow', path: '/ports', latencyMs: 15 })
    await plan.run.click({ timeout: many })
    await expect.poll(() => finishedCount(page), { timeout: many }).toBeGreaterThan(2)
    await page.context().clearCookies()
    const ended = page.getByRole('dialog', { name: 'Your session has ended' })
    await expect(ended).toBeVisible()
    await expect(plan.tryAgain.or(plan.resume)).toBeVisible()
    await expect(plan.dialog.getByRole('listitem').filter({ hasText: 'component 14' })).toContainText(
      'Nothing was sent, because the ports couldn’t be read.',
    )
    const open = await openAt(rainbond, seed)
    const sent = done.length
    expect(open.size).toBeGreaterThan(0)
    await rainbond.fail()
    const expectNothingSent = async () => {
      expect(await openAt(rainbond, seed)).toEqual(open)
      expect(done).toHaveLength(sent)
    }

    if (way === 'is told of after a reload') {
      page.once('dialog', (dialog) => void dialog.accept())
      await page.reload()
      await signIn(page, scaleToken)
      const told = page.getByText(/^A change was interrupted when this page was left: \d+ of 14 components/)
      await expect(told).toBeVisible()
      const finishedBefore = Number(/left: (\d+) of/.exec((await told.textContent()) ?? '')?.[1])
      expect(finishedBefore).toBeGreaterThan(2)
      expect(finishedBefore).toBeLessThanOrEqual(wholeIn(seed, open))
      await expectNothingSent()
    } else {
      await signIn(page, scaleToken)
      await expect(ended).toBeHidden()
      expect(await finishedCount(page)).toBeLessThanOrEqual(wholeIn(seed, open))
      await expectNothingSent()
      await plan.tryAgain.or(plan.resume).click()
      await expect(plan.dialog).toBeHidden({ timeout: many })
      expect((await openAt(rainbond, seed)).size).toBe(0)
      expect(new Set(done).size).toBe(done.length)
    }
  })
