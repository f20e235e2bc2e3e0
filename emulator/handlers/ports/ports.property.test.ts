import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import {
  type Asked,
  askRecorded,
  pathOf,
  type PortRow,
  type Recorded,
  type RecordedComponent,
} from '../../recorded/ask-recorded'
import { recordedSeed } from '../../recorded/read-recorded'

const components: readonly RecordedComponent[] = [
  ...(['web', 'custom', 'dup', 'draft', 'worker', 'legacy-new'] as const),
  'orphan',
]
const ruleSchema = z.object({
  service_id: z.string(),
  container_port: z.int(),
  is_outer_service: z.boolean(),
  domain_name: z.optional(z.string()),
  end_point: z.optional(z.string()),
})
const domainsSchema = z.object({ http: z.array(ruleSchema), tcp: z.array(ruleSchema) })
const logSchema = z.object({ total: z.int(), events: z.array(z.object({ opt_type: z.string() })) })

type Step =
  | { readonly kind: 'add'; readonly component: RecordedComponent; readonly body: AddBody }
  | {
      readonly kind: 'change'
      readonly component: RecordedComponent
      readonly port: number
      readonly body: ChangeBody
    }
  | { readonly kind: 'delete'; readonly component: RecordedComponent; readonly port: number }
interface AddBody {
  readonly port: number
  readonly protocol: string
  readonly port_alias: string
  readonly is_inner_service: boolean
}
interface ChangeBody {
  readonly action: string
  readonly protocol?: string | undefined
  readonly port_alias?: string | undefined
  readonly k8s_service_name?: string | undefined
}

const component = fc.constantFrom(...components)
const port = fc.constantFrom(
  80,
  81,
  82,
  83,
  3306,
  5432,
  6380,
  8081,
  8082,
  1001,
  1002,
  1003,
  7000,
  7001,
  70_000,
)
const alias = fc.constantFrom('SAME', 'H', 'FRONT', 'GR1A2B3C80', 'lower', '')
const protocol = fc.constantFrom('http', 'tcp', 'udp', 'mysql', 'grpc')
const domain = fc.constantFrom('web-svc', 'gr1a2b3c', 'gr2b3c4d', 'other', 'NOT-A-NAME')
const action = fc.constantFrom(
  ...['open_inner', 'open_outer', 'close_outer', 'close_inner', 'only_open_outer'],
  ...['change_protocol', 'change_port_alias'],
)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('add' as const),
    component,
    body: fc.record({ port, protocol, port_alias: alias, is_inner_service: fc.boolean() }),
  }),
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('change' as const),
      component,
      port,
      body: fc.record(
        { action, protocol, port_alias: alias, k8s_service_name: domain },
        { requiredKeys: ['action'] },
      ),
    }),
  },
  fc.record({ kind: fc.constant('delete' as const), component, port }),
)

function send(recorded: Recorded, step: Step): Promise<Asked> {
  const ports = pathOf(step.component, '/ports')
  if (step.kind === 'add') return recorded.ask('POST', ports, { body: step.body })
  if (step.kind === 'delete') return recorded.ask('DELETE', `${ports}/${step.port}`)
  return recorded.ask('PUT', `${ports}/${step.port}`, { body: step.body })
}

/** Reads everything about the ports of a component. */
async function look(recorded: Recorded, of: RecordedComponent) {
  const app = pathOf(of).replace(/\/services\/.*/, '')
  const rules = domainsSchema.parse((await recorded.ask('GET', `${app}/domains`)).body)
  const log = logSchema.parse((await recorded.ask('GET', pathOf(of, '/events?page_size=1'))).body)
  const own = (rule: { service_id: string }) => pathOf(of).endsWith(rule.service_id)
  return {
    ports: await recorded.ports(of),
    http: rules.http.filter(own),
    tcp: rules.tcp.filter(own),
    events: log.total,
    newest: log.events[0]?.opt_type,
  }
}
type Seen = Awaited<ReturnType<typeof look>>

const numbered = (rows: readonly PortRow[], number: number) =>
  rows.find((row) => row.container_port === number)

const rulesOf = (seen: Seen, number: number) => {
  const isHttp = numbered(seen.ports, number)?.protocol === 'http'
  return (isHttp ? seen.http : seen.tcp).filter((rule) => rule.container_port === number)
}

/** Tells whether the console looks up the component's own app for a step, and there is none. */
function missesItsApp({ kind, component: of, ...rest }: Step): boolean {
  if (of !== 'orphan') return false
  if (kind === 'add') return true
  return 'body' in rest && 'action' in rest.body
    ? ['open_inner', 'close_outer', 'change_port_alias'].includes(rest.body.action)
    : false
}

/** Tells whether docs/contract.md allows a crash, the only reason for a 500. */
function mayCrash(seen: Seen, step: Step): boolean {
  const { kind, ...rest } = step
  if (missesItsApp(step)) return true
  if (kind !== 'change' || !('body' in rest) || !('action' in rest.body)) return false
  const { action: asked, port_alias, k8s_service_name } = rest.body
  const sharing = seen.ports.filter((row) => row.port_alias === port_alias).length
  return asked === 'change_port_alias' && (k8s_service_name === undefined || sharing > 1)
}

function checkPorts({ ports }: Seen) {
  const numbers = ports.map((row) => row.container_port)
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(numbers.every((number) => number >= 1 && number <= 65_535)).toBe(true)
  expect(new Set(ports.map((row) => row.k8s_service_name)).size).toBeLessThanOrEqual(1)
}

const eventOf = (step: Step): string => {
  if (step.kind === 'add') return 'add-service-port'
  if (step.kind === 'delete') return 'delete-service-port'
  if (step.body.action.includes('inner')) return 'handle-service-innerport'
  return step.body.action.includes('outer') ? 'handle-service-outerport' : 'update-service-port'
}

function checkEvents(step: Step, before: Seen, after: Seen) {
  const number = step.kind === 'add' ? step.body.port : step.port
  const hasKept = numbered(before.ports, number)?.protocol === numbered(after.ports, number)?.protocol
  const saysNothing = step.kind === 'change' && step.body.action === 'change_protocol' && hasKept
  const isSilent = step.component === 'draft' || saysNothing
  expect(after.events).toBe(before.events + (isSilent ? 0 : 1))
  if (!isSilent) expect(after.newest).toBe(eventOf(step))
}

function checkSuccess(step: Step, before: Seen, after: Seen) {
  checkEvents(step, before, after)
  if (step.kind !== 'change') return
  const row = numbered(after.ports, step.port)
  const rules = rulesOf(after, step.port)
  switch (step.body.action) {
    case 'open_outer':
      expect(row).toMatchObject({ is_inner_service: true, is_outer_service: true })
      expect(rules.length).toBeGreaterThan(0)
      expect(rules.every((rule) => rule.is_outer_service)).toBe(true)
      break
    case 'close_outer':
      expect(row?.is_outer_service).toBe(false)
      expect(rules.some((rule) => rule.is_outer_service)).toBe(false)
      expect(rules.length).toBe(rulesOf(before, step.port).length)
      break
    case 'close_inner':
      expect(row).toMatchObject({ is_inner_service: false, is_outer_service: false })
  }
}

const sequences = fc.array(step, { minLength: 1, maxLength: 20 })
const failure = fc.constantFrom('cluster-error', 'cluster-too-frequent', 'cluster-route-binding')
const stepOrFailure = fc.record({ step, failure: fc.option(failure, { freq: 1, nil: undefined }) })

describe('any sequence of requests', () => {
  test('keeps numbers unique, changes nothing on a refusal, and causes only the known crashes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stepOrFailure, { minLength: 1, maxLength: 20 }), async (steps) => {
        const recorded = askRecorded()
        for (const { step, failure: fault } of steps) {
          const before = await look(recorded, step.component)
          if (fault !== undefined) await recorded.fail({ fault })
          const { status, body } = await send(recorded, step)
          await recorded.fail()
          const after = await look(recorded, step.component)
          checkPorts(after)
          if (status >= 400) expect(after).toEqual(before)
          if (status === 500) expect(mayCrash(before, step)).toBe(true)
          if (missesItsApp(step)) expect(status).toBeGreaterThanOrEqual(400)
          if (missesItsApp(step) && status === 500) expect(body).toMatchObject({ code: 10401 })
          if (status === 200) checkSuccess(step, before, after)
        }
        const domains = await Promise.all(components.map(async (of) => (await recorded.ports(of))[0]))
        const names = domains.flatMap((row) => (row ? [row.k8s_service_name] : []))
        expect(new Set(names).size).toBe(names.length)
      }),
      { numRuns: 60 },
    )
  })

  test('lists components sorted by id with every field of the console', async () => {
    const rows = z.array(z.looseObject({ service_id: z.string() }))
    const names = Array.from('abcdef0123456789', (digit) => digit.repeat(32))
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(names, { minLength: 1 }), async (ids) => {
        const [first] = recordedSeed.services
        if (!first) throw new Error('the recorded seed has components')
        const services = ids.map((service_id, i) => ({ ...first, service_id, service_alias: `gr${i}` }))
        const seed = {
          ...recordedSeed,
          services,
          ports: [],
          envs: [],
          http_rules: [],
          tcp_rules: [],
          events: [],
        }
        const { text } = await askRecorded({ seed }).ask('GET', pathOf('web').replace(/\/[^/]+$/, ''))
        const listed = rows.parse(JSON.parse(text))
        expect(listed.map((row) => row.service_id)).toEqual([...ids].sort())
        for (const row of listed) expect(Object.keys(row).length).toBeGreaterThanOrEqual(40)
      }),
      { numRuns: 25 },
    )
  })

  test('reads the last value of a repeated parameter', async () => {
    const { ask } = askRecorded()
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1 }), async (sizes) => {
        const query = sizes.map((size) => `page_size=${size}`).join('&')
        const { body } = await ask('GET', `/teams?${query}`)
        expect(body).toMatchObject({ page_size: sizes.at(-1) })
        expect(body?.['tenants']).toHaveLength(sizes.at(-1) ?? 0)
      }),
      { numRuns: 25 },
    )
  })

  test('gets the same answers when repeated', async () => {
    const run = async (steps: readonly Step[]) => {
      const recorded = askRecorded()
      const answers: unknown[] = []
      for (const step of steps) answers.push([(await send(recorded, step)).body])
      for (const of of components) answers.push(await look(recorded, of))
      return answers
    }
    await fc.assert(
      fc.asyncProperty(sequences, async (steps) => {
        expect(await run(steps)).toEqual(await run(steps))
      }),
      { numRuns: 25 },
    )
  })

  test('restores a port and its rules by closing outer and opening it again', async () => {
    await fc.assert(
      fc.asyncProperty(sequences, component, port, async (steps, of, number) => {
        const recorded = askRecorded()
        const change = (asked: string): Step => ({
          kind: 'change',
          component: of,
          port: number,
          body: { action: asked },
        })
        for (const step of steps) await send(recorded, step)
        await send(recorded, change('open_inner'))
        const { status } = await send(recorded, change('open_outer'))
        if (status !== 200) return
        const open = await look(recorded, of)
        await send(recorded, change('close_outer'))
        await send(recorded, change('open_outer'))
        const { ports, http, tcp } = await look(recorded, of)
        expect({ ports, http, tcp }).toEqual({ ports: open.ports, http: open.http, tcp: open.tcp })
      }),
      { numRuns: 60 },
    )
  })
})
