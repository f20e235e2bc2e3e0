import type { QueryClient } from '@tanstack/react-query'
import type { App } from '../../../api/contract/app'
import type { Team } from '../../../api/contract/team'
import { type ApiError, asApiError } from '../../../api/errors/errors'
import { appsQuery } from '../../../api/resources/apps'
import { componentsQuery } from '../../../api/resources/components'
import { domainsQuery } from '../../../api/resources/domains'
import { regionsQuery } from '../../../api/resources/regions'
import { teamsQuery } from '../../../api/resources/teams'
import { componentsWithRules, gatewayRulesOf } from '../../../domain/model/gateway-rules'
import { createEmitter } from '../../../lib/emitter'
import { type InventoryPlace, refOf } from '../../inventory/reading/targets'
import { type NodePort, nodePortsOf } from './exposure'

/** How many requests run side by side: as few as leave most of what a person may have for the page itself. */
const atOnce = 4

/** Milliseconds. What was read so recently isn't read again. */
const youngMs = 120_000

export interface OtherTeamsState {
  phase: 'unread' | 'reading' | 'stopped' | 'done'
  /** The person's other teams that have been read, of all; null before the list of teams was. */
  teams: { read: number; total: number } | null
  nodePorts: readonly NodePort[]
  failures: readonly { team: Team; error: ApiError }[]
  /** Why the list of teams couldn't be read. */
  listError: ApiError | null
}

export interface OtherTeams {
  subscribe: (listener: () => void) => () => void
  /** The same object until something changes. */
  state: () => OtherTeamsState
  /** Reads the teams, one after the other; what was read within two minutes is not read again. */
  start: () => void
  /** Sends no further request until `start`. */
  stop: () => void
}

const unread: OtherTeamsState = { phase: 'unread', teams: null, nodePorts: [], failures: [], listError: null }

/**
 * Returns what reads the node ports that the person's other teams take on the cluster of a place: their apps and gateway
 * rules, and the components of apps that take any.
 */
export function createOtherTeams(client: QueryClient, place: InventoryPlace): OtherTeams {
  const changed = createEmitter()
  const found = new Map<string, readonly NodePort[]>()
  let state = unread
  /** Which run of `start` is the present one. */
  let run = 0

  function set(change: Partial<OtherTeamsState>) {
    state = { ...state, ...change }
    changed.emit()
  }

  async function readAll(own: number) {
    const isOver = () => own !== run
    let teams: readonly Team[]
    try {
      const all = await client.query(teamsQuery())
      teams = all.filter((team) => team.tenant_id !== place.team)
    } catch (error) {
      if (!isOver()) set({ phase: 'unread', listError: asApiError(error) })
      return
    }
    for (const team of teams) {
      if (isOver()) return
      set({ teams: { read: found.size, total: teams.length } })
      try {
        const nodePorts = await teamNodePorts(client, place, team, isOver)
        if (isOver()) return
        found.set(team.tenant_id, nodePorts)
        set({ nodePorts: [...found.values()].flat() })
      } catch (error) {
        if (isOver()) return
        set({ failures: [...state.failures, { team, error: asApiError(error) }] })
      }
    }
    if (!isOver()) set({ phase: 'done', teams: { read: found.size, total: teams.length } })
  }

  return {
    subscribe: changed.subscribe,
    state: () => state,
    start() {
      run += 1
      set({ phase: 'reading', failures: [], listError: null })
      void readAll(run)
    },
    stop() {
      run += 1
      if (state.phase === 'reading') set({ phase: 'stopped' })
    },
  }
}

/** Returns the node ports of a team on the cluster; none where the team isn't on it. Rejects with an `ApiError`. */
async function teamNodePorts(
  client: QueryClient,
  place: InventoryPlace,
  team: Team,
  isOver: () => boolean,
): Promise<NodePort[]> {
  const regions = await client.query(regionsQuery({ team: team.tenant_id }))
  const region = regions.find((each) => each.region_name === place.region.region_name)
  if (!region || isOver()) return []
  const ref = refOf({ ...place, team: team.tenant_id })
  const waiting = [...(await client.query({ ...appsQuery(ref), staleTime: youngMs }))]
  const nodePorts: NodePort[] = []

  const readApp = async (app: App) => {
    const appRef = { ...ref, app: app.ID }
    const domains = await client.query({ ...domainsQuery(appRef), staleTime: youngMs })
    // Most apps take no port, and their components needn't be known.
    if (domains.tcp.length === 0 || isOver()) return
    const components = await client.query({ ...componentsQuery(appRef), staleTime: youngMs })
    for (const id of componentsWithRules(domains)) {
      const component = components.find((each) => each.service_id === id)
      const target = component ? { ref: { ...appRef, component: id }, region, app, component } : null
      nodePorts.push(...nodePortsOf(gatewayRulesOf(domains, id, region), id, { app, target, team }))
    }
  }
  const work = async () => {
    for (let app = waiting.shift(); app && !isOver(); app = waiting.shift()) await readApp(app)
  }
  try {
    await Promise.all(Array.from({ length: atOnce }, work))
  } finally {
    // After a failure, the rest isn't asked for.
    waiting.length = 0
  }
  return nodePorts
}
