import * as z from 'zod/mini'
import { createEmulator, type Emulator } from '../../emulator/create-emulator'
import { hold } from '../../emulator/faults/hold'
import { demoSeed } from '../../emulator/seeds/demo'
import { type Conditions, conditionsSchema, noConditions, rulesOf } from './conditions'
import type { TabValue } from './tab-value'

const requestSchema = z.object({
  method: z.string(),
  /** With its query. */
  path: z.string(),
  token: z.nullable(z.string()),
  body: z.string(),
})

/** What happened in a tab, in order: every change that was sent to the emulator, and everything that was switched on. */
export const storySchema = z.array(
  z.union([
    z.object({ at: z.number(), request: requestSchema }),
    z.object({ at: z.number(), conditions: conditionsSchema }),
  ]),
)
export type Story = z.infer<typeof storySchema>

export interface TabEmulator {
  readonly fetch: Emulator['fetch']
  readonly conditions: () => Conditions
  /** Resolves when the next request meets them. */
  readonly setConditions: (conditions: Conditions) => Promise<void>
  /** Makes the next load of the page start from the seed. */
  readonly forget: () => void
}

const origin = 'http://emulator'

/**
 * Opens the emulator of this tab, in the state in which the tab left it: the same requests on the same seed lead to the same
 * state, so that they are all that has to be kept. They are repeated at their own time, without delays.
 */
export async function openTabEmulator(stored: TabValue<Story>, now: () => number): Promise<TabEmulator> {
  const story = stored.read() ?? []
  let repeatedAt: number | null = null
  const emulator = createEmulator({
    seed: demoSeed(),
    now: () => new Date(repeatedAt ?? now()),
    wait: (ms, signal) => hold(repeatedAt === null ? ms : 0, signal),
  })

  async function switchOn(conditions: Conditions) {
    const body = JSON.stringify({ rules: rulesOf(conditions) })
    await emulator.fetch(new Request(`${origin}/__emulator/faults`, { method: 'PUT', body }))
  }

  function add(entry: Story[number]) {
    story.push(entry)
    stored.write(story)
  }

  for (const entry of story) {
    repeatedAt = entry.at
    if ('conditions' in entry) await switchOn(entry.conditions)
    // A connection that a fault broke then breaks again.
    else await emulator.fetch(requestOf(entry.request)).catch(() => undefined)
  }
  repeatedAt = null

  return {
    async fetch(request) {
      if (request.method !== 'GET') {
        const { method, url, headers } = request
        const { pathname, search } = new URL(url)
        const body = await request.clone().text()
        const token = headers.get('authorization')
        add({ at: now(), request: { method, path: pathname + search, token, body } })
      }
      return emulator.fetch(request)
    },
    conditions: () => story.findLast((entry) => 'conditions' in entry)?.conditions ?? noConditions,
    async setConditions(conditions) {
      add({ at: now(), conditions })
      await switchOn(conditions)
    },
    forget: () => stored.write(null),
  }
}

function requestOf({ method, path, token, body }: z.infer<typeof requestSchema>): Request {
  return new Request(origin + path, {
    method,
    headers: { 'content-type': 'application/json', ...(token !== null && { authorization: token }) },
    body: body === '' ? null : body,
  })
}
