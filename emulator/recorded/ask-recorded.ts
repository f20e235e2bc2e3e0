import * as z from 'zod/mini'
import { createEmulator, type Emulator, type EmulatorOptions } from '../create-emulator'
import { recordedSeed } from './read-recorded'

/** The administrator's token in the recorded seed. */
export const admin = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
const apps = {
  ...{ web: 1, api: 1, custom: 1, dash: 1 },
  ...{ 'legacy-erp': 2, 'legacy-new': 2, draft: 2, worker: 2, dup: 2 },
  /** It belongs to no app. App 3 is empty, and therefore accepts any component. */
  orphan: 3,
}
export type RecordedComponent = keyof typeof apps

/** Returns the path of a component of the recorded seed, `…/services/{id}` and `rest`. */
export function pathOf(component: RecordedComponent, rest = ''): string {
  const service = recordedSeed.services.find((row) => row.service_cname === component)
  return `/teams/platform/regions/rainbond/apps/${apps[component]}/services/${service?.service_id ?? ''}${rest}`
}

const portRowSchema = z.object({
  container_port: z.int(),
  protocol: z.string(),
  port_alias: z.string(),
  is_inner_service: z.boolean(),
  is_outer_service: z.boolean(),
  k8s_service_name: z.string(),
})
export type PortRow = z.infer<typeof portRowSchema>

const anyObject = z.record(z.string(), z.unknown())
const portListSchema = z.object({ data: z.object({ list: z.array(portRowSchema) }) })

export interface Asked {
  readonly status: number
  /** The JSON of the answer, if it has any. */
  readonly body: Readonly<Record<string, unknown>> | undefined
  readonly text: string
  readonly headers: Headers
}

interface Extras {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** An emulator with the recorded seed, and how a test calls it. */
export interface Recorded {
  readonly emulator: Emulator
  /** Sends a request as the administrator; a text body is sent unchanged, any other as JSON. */
  readonly ask: (method: string, path: string, extras?: Extras) => Promise<Asked>
  readonly ports: (component: RecordedComponent) => Promise<PortRow[]>
  /** Sets the rules of `PUT /__emulator/faults`. */
  readonly fail: (...rules: readonly object[]) => Promise<void>
}

/** @param options replace the recorded seed and the stopped clock */
export function askRecorded(options: Partial<EmulatorOptions> = {}): Recorded {
  const emulator = createEmulator({
    seed: recordedSeed,
    now: () => new Date('2026-09-01T02:03:04Z'),
    ...options,
  })

  async function ask(method: string, path: string, { body, headers }: Extras = {}): Promise<Asked> {
    const response = await emulator.fetch(
      new Request(`http://rainbond.test/openapi/v1${path}`, {
        method,
        headers: {
          authorization: admin,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
      }),
    )
    const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false
    const text = await response.text()
    const read = isJson && text !== '' ? anyObject.safeParse(JSON.parse(text)) : undefined
    return { status: response.status, body: read?.data, text, headers: response.headers }
  }

  return {
    emulator,
    ask,
    ports: async (component) => {
      const { body } = await ask('GET', pathOf(component, '/ports'))
      return portListSchema.parse(body).data.list
    },
    fail: async (...rules) => {
      const response = await emulator.fetch(
        new Request('http://rainbond.test/__emulator/faults', {
          method: 'PUT',
          body: JSON.stringify({ rules }),
        }),
      )
      if (!response.ok) throw new Error(await response.text())
    },
  }
}
