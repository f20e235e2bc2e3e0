import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { createEmulator } from '../../emulator/create-emulator'
import { type ServedEmulator, serveEmulator } from '../../emulator/hosts/node'
import { scaleSeed, scaleToken } from '../../emulator/seeds/scale'
import { buildPortdeck, type BuiltPortdeck } from '../testing/run-portdeck'

const seed = scaleSeed({ components: 12, portsPerComponent: 3 })
const [team] = seed.teams
const [first, second] = seed.services
const folder = mkdtempSync(join(tmpdir(), 'portdeck-apply-'))
const scope = ['--team', team?.tenant_name ?? '', '--region', first?.service_region ?? '']
const many = ['--max-exposures', '99']
const file = join(folder, 'sheet.json')
const planFile = join(folder, 'plan.json')

let built: BuiltPortdeck
let emulator: ReturnType<typeof createEmulator>
let served: ServedEmulator
/** The writes that reached the console. */
let writes: string[]
let beforeWrite: () => Promise<void> | void

beforeAll(async () => {
  built = await buildPortdeck()
})
beforeEach(async () => {
  emulator = createEmulator({ seed, now: () => new Date(0) })
  writes = []
  beforeWrite = () => undefined
  const fetch = async (request: Request) => {
    if (request.method === 'GET') return emulator.fetch(request)
    writes.push(`${request.method} ${new URL(request.url).pathname}`)
    await beforeWrite()
    return emulator.fetch(request)
  }
  served = await serveEmulator({ emulator: { fetch }, port: 0 })
  writeFileSync(file, JSON.stringify(sheetOf(true)))
})
afterEach(() => served.close())
afterAll(() => {
  built.remove()
  rmSync(folder, { recursive: true })
})

/** A sheet that opens or closes all ports. */
function sheetOf(isOpen: boolean) {
  const components = seed.services.map(({ service_id: componentId }) => ({
    componentId,
    ports: seed.ports
      .filter((port) => port.service_id === componentId)
      .map(({ container_port: port }) => ({ port, internal: isOpen, external: isOpen })),
  }))
  return { portdeck: 1, components }
}

function start(args: readonly string[], url = served.url) {
  return built.start(args, { RAINBOND_URL: url, RAINBOND_TOKEN: scaleToken })
}

function portdeck(args: readonly string[], url?: string) {
  return start(args, url).ended
}

function setFaults(rules: readonly object[]) {
  const body = JSON.stringify({ rules })
  return emulator.fetch(new Request('http://rainbond.test/__emulator/faults', { method: 'PUT', body }))
}

const reportSchema = z.object({
  components: z.array(
    z.object({
      componentId: z.string(),
      outcome: z.string(),
      reason: z.nullable(z.string()),
      steps: z.array(z.object({ text: z.string(), result: z.string() })),
    }),
  ),
})

function reportIn(stdout: string) {
  return reportSchema.parse(JSON.parse(stdout)).components
}

test('applies a sheet, reports each step on standard output as JSON, and has nothing to do after that', async () => {
  const applied = await portdeck(['apply', file, ...scope, ...many, '--yes', '--json'])
  expect(applied.code).toBe(0)
  const components = reportIn(applied.stdout)
  expect(components.map(({ outcome }) => outcome)).toEqual(components.map(() => 'done'))
  const results = components.flatMap(({ steps }) => steps.map(({ result }) => result))
  expect(results).toEqual(writes.map(() => 'done'))
  expect(applied.stderr).toContain('Open external access on port 8000')
  expect(applied.stderr).toMatch(/^12\/12 .*: done$/m)

  const again = await portdeck(['apply', file, ...scope, ...many, '--yes'])
  expect(again).toMatchObject({ code: 0, stdout: 'No differences.\n' })
  expect(writes).toHaveLength(results.length)
})

test('changes four components at a time, so that a stop leaves few half done', async () => {
  await portdeck(['apply', file, ...scope, ...many, '--yes'])
  const components = writes.map((write) => /services\/(\w+)/.exec(write)?.[1])
  const halfDone = components.map((_, at) => {
    const later = new Set(components.slice(at + 1))
    return [...new Set(components.slice(0, at + 1))].filter((component) => later.has(component)).length
  })
  expect(Math.max(...halfDone)).toBeLessThanOrEqual(4)
})

test('applies a plan once: after that the ports have changed, and it says how', async () => {
  const planned = await portdeck(['plan', file, ...scope, ...many, '--out', planFile])
  expect(planned).toMatchObject({ code: 0, stderr: '' })
  const elsewhere = await portdeck(['apply', planFile, '--yes'], served.url.replace('127.0.0.1', 'localhost'))
  expect(elsewhere).toMatchObject({ code: 1, stdout: '' })
  expect(elsewhere.stderr).toContain('but RAINBOND_URL is http://localhost')
  expect((await portdeck(['apply', planFile, '--yes', '--team', 'other'])).code).toBe(1)
  expect(writes).toEqual([])

  const applied = await portdeck(['apply', planFile, '--yes', ...scope, '--format', 'markdown'])
  expect(applied.code).toBe(0)
  expect(applied.stdout).toContain('- Done: Open external access on port 8000')
  const sent = writes.length
  const stale = await portdeck(['apply', planFile, '--yes'])
  expect(stale).toMatchObject({ code: 1, stdout: '' })
  expect(stale.stderr).toContain('External access on port 8000 was opened.')
  expect(writes).toHaveLength(sent)
})

test.each([
  ['cut off', (text: string) => text.slice(0, -100)],
  ['edited', (text: string) => text.replace('"inner": true', '"inner": false')],
  ['of another version', (text: string) => text.replace('"portdeckPlan": 1', '"portdeckPlan": 2')],
])('refuses a plan that was %s', async (_, damage) => {
  await portdeck(['plan', file, ...scope, ...many, '--out', planFile])
  const text = readFileSync(planFile, 'utf8')
  writeFileSync(planFile, damage(text))
  expect(readFileSync(planFile, 'utf8')).not.toBe(text)
  const refused = await portdeck(['apply', planFile, '--yes'])
  expect(refused).toMatchObject({ code: 1, stdout: '' })
  expect(refused.stderr).toContain('plan.json')
  expect(writes).toEqual([])
})

test('sends nothing where a limit is exceeded', async () => {
  const limited = await portdeck(['apply', file, ...scope, '--yes', '--max-exposures', '1'])
  expect(limited).toMatchObject({ code: 1, stdout: '' })
  expect(limited.stderr).toMatch(/open \d+ ports at the gateway; --max-exposures allows 1/)
  expect(writes).toEqual([])
})

test('exits with 5 where a component is refused, and says why; the other one is done', async () => {
  await setFaults([
    { fault: 'cluster-conflict', path: `/services/${first?.service_id ?? ''}/ports`, method: 'PUT' },
  ])
  const refused = await portdeck(['apply', file, ...scope, ...many, '--yes', '--json'])
  expect(refused.code).toBe(5)
  const components = reportIn(refused.stdout)
  const partOf = (id: string | undefined) => components.find(({ componentId }) => componentId === id)
  expect(partOf(first?.service_id)?.outcome).toBe('refused')
  expect(partOf(first?.service_id)?.reason).toContain('Rainbond')
  expect(partOf(second?.service_id)).toMatchObject({ outcome: 'done', reason: null })
})

test('exits with 4 where a response is lost and nothing can be read after that', async () => {
  beforeWrite = async () => {
    await setFaults([
      { fault: 'lost-answer', method: 'PUT' },
      { fault: 'licence', method: 'GET' },
    ])
  }
  const unclear = await portdeck(['apply', file, ...scope, ...many, '--yes'])
  expect(unclear.code).toBe(4)
  expect(unclear.stdout).toContain('Unclear: Open')
})

test('finishes the steps under way when it is interrupted, and sends no more', async () => {
  const running = start(['apply', file, ...scope, ...many, '--yes', '--json'])
  beforeWrite = () => {
    if (writes.length === 1) running.interrupt()
    return running.says('Stopping')
  }
  const stopped = await running.ended
  expect(stopped.code).toBe(5)
  const results = reportIn(stopped.stdout).flatMap(({ steps }) => steps.map(({ result }) => result))
  expect(results.filter((result) => result === 'done')).toHaveLength(writes.length)
  expect(results).toContain('not-sent')
})

test('ends at once when it is interrupted twice', async () => {
  const running = start(['apply', file, ...scope, ...many, '--yes', '--json'])
  beforeWrite = async () => {
    const again = setInterval(running.interrupt, 100)
    await running.ended
    clearInterval(again)
  }
  const cut = await running.ended
  expect(cut).toMatchObject({ code: 4, stdout: '' })
  expect(cut.stderr).toContain('may or may not have been carried out')
})
