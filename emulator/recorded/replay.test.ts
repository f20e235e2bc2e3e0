import { describe, expect, test } from 'vitest'
import { createEmulator, type Emulator } from '../create-emulator'
import type { Seed } from '../seeds/seed'
import { type RecordedCase, recordedCases, type RecordedRequest, recordedSeed } from './read-recorded'

const admin = recordedSeed.tokens[0]?.token ?? ''

function toRequest({ method, path, headers = {}, body }: RecordedRequest): Request {
  const all = new Headers({ accept: 'application/json', ...headers })
  if (all.get('authorization') === 'ADMIN') all.set('authorization', admin)
  if (body !== undefined && !all.has('content-type')) all.set('content-type', 'application/json')
  return new Request(`http://rainbond.test/openapi/v1${path}`, { method, headers: all, body: body ?? null })
}

const asAdmin = (request: RecordedRequest) => toRequest({ ...request, headers: { authorization: 'ADMIN' } })

/** Builds an expectation that is not a value: `{"$gt": n}` or `{"$re": "…"}`. */
const rule = (says: string, fits: (actual: unknown) => boolean) => ({
  asymmetricMatch: fits,
  toString: () => says,
})

/** Turns a recorded expectation into a vitest matcher: objects may have more keys, lists are complete. */
function expectation(recorded: unknown): unknown {
  if (Array.isArray(recorded)) return recorded.map(expectation)
  if (typeof recorded !== 'object' || recorded === null) return recorded
  const entries: [string, unknown][] = Object.entries(recorded)
  for (const [key, value] of entries) {
    if (key === '$re') return expect.stringMatching(new RegExp(String(value)))
    if (key === '$gt') return rule(`above ${String(value)}`, (actual) => Number(actual) > Number(value))
  }
  const parts = entries.map(([key, value]) =>
    key === 'err_fields' ? ['err', exactly(value)] : [key, expectation(value)],
  )
  return expect.objectContaining(Object.fromEntries(parts))
}

/** Matches exactly these keys of `err`. */
function exactly(fields: unknown) {
  const names = Array.isArray(fields) ? fields.map(String).sort() : []
  return rule(`the fields ${names.join(', ')}`, (actual) => {
    const found = typeof actual === 'object' && actual !== null ? Object.keys(actual).sort() : []
    return found.join() === names.join()
  })
}

function memberOf(row: unknown, key: string): unknown {
  return typeof row === 'object' && row !== null
    ? new Map<string, unknown>(Object.entries(row)).get(key)
    : undefined
}

function sortedBy(key: string, rows: unknown): unknown {
  if (!Array.isArray(rows)) return rows
  const keyed = rows.map((row: unknown) => ({ row, by: String(memberOf(row, key)) }))
  return keyed.sort((a, b) => (a.by < b.by ? -1 : 1)).map(({ row }) => row)
}

const mediaType = (answer: Response) => answer.headers.get('content-type')?.split(';')[0]

async function checkAnswer(answer: Response, recorded: RecordedCase['expect']) {
  expect.soft(answer.status).toBe(recorded.status)
  expect.soft(mediaType(answer)).toBe(recorded.type)
  if (recorded.body === undefined) return
  const body: unknown = await answer.json()
  const order = recorded.unordered
  const [actual, wanted] = order
    ? [sortedBy(order, body), sortedBy(order, recorded.body)]
    : [body, recorded.body]
  expect.soft(actual).toEqual(expectation(wanted))
}

function seededPort(path: string, number: number): unknown {
  const [, service] = /\/services\/([^/]+)\//.exec(path) ?? []
  const isAsked = (port: Seed['ports'][number]) =>
    port.service_id === service && port.container_port === number
  const row = Object.entries(recordedSeed.ports.find(isAsked) ?? {})
  return Object.fromEntries(row.filter(([key]) => key !== 'service_id'))
}

async function checkPorts(emulator: Emulator, { path, ports }: NonNullable<RecordedCase['after']>) {
  const answer = await emulator.fetch(asAdmin({ method: 'GET', path }))
  const wanted = ports.map((port) => (typeof port === 'number' ? seededPort(path, port) : port))
  expect.soft(await answer.json()).toEqual(expectation({ data: { list: wanted } }))
}

describe('the recorded exchanges', () => {
  test('are complete', () => {
    expect(recordedCases).toHaveLength(350)
  })

  test.each(recordedCases)('$name', async ({ before = [], request, expect: recorded, after }) => {
    const now = () => new Date('2026-09-01T08:00:00Z')
    const emulator = createEmulator({ seed: recordedSeed, now })
    for (const step of before) await emulator.fetch(asAdmin(step))
    await checkAnswer(await emulator.fetch(toRequest(request)), recorded)
    if (after) await checkPorts(emulator, after)
  })
})
