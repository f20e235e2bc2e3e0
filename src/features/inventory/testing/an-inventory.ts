import { vi } from 'vitest'
import type { Region } from '../../../api/contract/region'
import { createQueryClient } from '../../../api/query-client'
import { consoleEffects } from '../../change/engine/console/console-effects'
import { createEngine } from '../../change/engine/engine'
import { createInventoryReader, type InventoryReader } from '../reading/inventory-reader'

/** What a test answers in place of the emulator: a status with an error's body, or nothing. */
export type Answer = (path: string) => Response | Promise<Response> | null | undefined

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Waits without a clock, so that a test can hold that. Throws where it never comes to that. */
export const until = async (isSo: () => boolean) => {
  for (let turns = 0; turns < 20_000 && !isSo(); turns += 1) await turn()
  if (!isSo()) throw new Error('It never came to that')
}

export const untilDone = (reader: InventoryReader) => until(() => reader.state().phase === 'done')

export const failure = (status: number, kind: string, headers: HeadersInit = {}) =>
  Response.json({ error: { kind, requestId: 'r1' } }, { status, headers })

/** What a test needs of a seed of the emulator. */
interface SeedParts {
  readonly teams: readonly { readonly tenant_id: string }[]
  readonly regions: readonly Region[]
  readonly tokens: readonly { readonly token: string }[]
}

interface Console {
  readonly fetch: (request: Request) => Promise<Response>
}

/** An inventory of the first team and cluster of a seed, read from its emulator through a stubbed `fetch`. */
export function anInventory(emulator: Console, seed: SeedParts, answer: Answer = () => null) {
  const [team, region, token] = [seed.teams[0], seed.regions[0], seed.tokens[0]]
  if (!team || !region || !token) throw new Error('The seed is empty')
  const asked: string[] = []
  let atOnce = 0
  let mostAtOnce = 0
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    asked.push(path.replace(/^.*\/regions\/[^/]+/, ''))
    atOnce += 1
    mostAtOnce = Math.max(mostAtOnce, atOnce)
    try {
      await turn()
      const own = await answer(path)
      if (own) return own
      const request = new Request(`http://rainbond.test${path}`, { ...init, signal: null })
      request.headers.set('authorization', token.token)
      return await emulator.fetch(request)
    } finally {
      atOnce -= 1
    }
  })
  const client = createQueryClient()
  const engine = createEngine(consoleEffects(client))
  const place = { team: team.tenant_id, region, app: null as number | null }
  return {
    client,
    engine,
    place,
    team,
    /** The paths that were asked for, below the cluster. */
    asked,
    mostAtOnce: () => mostAtOnce,
    reader: (app: number | null = null, isBusy: (component: string) => boolean = () => false) =>
      createInventoryReader({ client, isBusy, place: { ...place, app } }),
  }
}
