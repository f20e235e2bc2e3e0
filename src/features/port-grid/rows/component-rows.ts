import { hashKey, type QueryClient, replaceEqualDeep } from '@tanstack/react-query'
import { isFromLastVisit } from '../../../api/cache-entries'
import { portsQuery } from '../../../api/resources/ports'
import { grouped } from '../../../domain/collections/grouped'
import type { GatewayRule } from '../../../domain/model/component'
import { gatewayRulesOfPort } from '../../../domain/model/gateway-rules'
import { type Port, portsByIdentity } from '../../../domain/model/port'
import { areRulesToCome, cachedGatewayRules } from '../../change/engine/console/component-cache'
import { watchComponent } from '../../change/engine/console/watch-component'
import type { Engine } from '../../change/engine/engine'
import { noActivity, type PortActivity } from '../../change/engine/stores/port-activity'
import type { Target } from '../../change/engine/target'
import { type PortRow, rowId } from './port-row'
import type { Rows, RowSource } from './row-store'

/** What the rows of a component are made from. Whatever did not change is the same object. */
interface Known {
  ports: readonly Port[]
  rules: readonly GatewayRule[] | null
  areRulesToCome: boolean
  activities: ReadonlyMap<number, PortActivity>
  isFromLastVisit: boolean
}

/** The ids of a component's rows, which stay while no port comes, goes or changes its protocol. */
interface Layout {
  /** Of each port, in the order of the ports. */
  ids: readonly string[]
  /** Where the ports of a number are. */
  places: ReadonlyMap<number, readonly number[]>
}

/**
 * Returns the rows of one component: what the query cache holds of its ports and rules, with what is under way. `place` is
 * where it is among other components; without that, nothing is taken of the component itself, whose status changes. Where
 * only some of the ports have changed, only their rows are made again.
 */
export function componentRows(
  client: QueryClient,
  engine: Pick<Engine, 'subscribe' | 'activities'>,
  { ref, region }: Pick<Target, 'ref' | 'region'>,
  place: Target | null = null,
): RowSource {
  const componentId = ref.component
  const { queryKey } = portsQuery(ref)
  const hash = hashKey(queryKey)
  let made: { rows: Rows; from: Known; layout: Layout } | null = null

  function known(): Known {
    return {
      ports: client.getQueryData(queryKey) ?? noPorts,
      rules: cachedGatewayRules(client, { ref, region }),
      areRulesToCome: areRulesToCome(client, { ref }),
      activities: engine.activities(componentId),
      isFromLastVisit: isFromLastVisit(client, hash),
    }
  }

  return {
    component: componentId,
    subscribe(listener) {
      const leaveCache = watchComponent(client, { ref }, listener)
      const leaveEngine = engine.subscribe(componentId, listener)
      return () => {
        leaveCache()
        leaveEngine()
      }
    },

    read(last) {
      const now = known()
      const layout =
        made && isSameLayout(made.from.ports, now.ports) ? made.layout : layoutOf(componentId, now.ports)
      const rowAt = rowsFrom(now, layout, { componentId, place })
      const changed =
        made?.rows === last && made.layout === layout ? changedPlaces(made.from, now, layout) : null
      const rows = changed ? withRows(last, layout, changed, rowAt) : allRows(last, layout, rowAt)
      made = { rows, from: now, layout }
      return rows
    },
  }
}

const noPorts: readonly Port[] = []

function isSameLayout(last: readonly Port[], next: readonly Port[]): boolean {
  if (last === next) return true
  return (
    last.length === next.length &&
    next.every((port, at) => {
      const other = last[at]
      return (
        other === port || (other?.container_port === port.container_port && other.protocol === port.protocol)
      )
    })
  )
}

function layoutOf(component: string, ports: readonly Port[]): Layout {
  const places = grouped(ports.keys(), (at) => ports[at]?.container_port ?? Number.NaN)
  const ids = [...portsByIdentity(ports).keys()].map((identity) => rowId(component, identity))
  return { ids, places }
}

/** Returns where the ports are whose rows differ; null where all have to be looked at. */
function changedPlaces(last: Known, next: Known, { places }: Layout): ReadonlySet<number> | null {
  if (last.rules !== next.rules || last.areRulesToCome !== next.areRulesToCome) return null
  if (last.isFromLastVisit !== next.isFromLastVisit) return null
  const changed = new Set<number>()
  if (last.ports !== next.ports)
    next.ports.forEach((port, at) => {
      if (last.ports[at] !== port) changed.add(at)
    })
  if (last.activities !== next.activities)
    for (const number of [...last.activities.keys(), ...next.activities.keys()])
      if (last.activities.get(number) !== next.activities.get(number))
        for (const at of places.get(number) ?? []) changed.add(at)
  return changed
}

/** Returns what makes the row of the port at a place; the last one again where nothing of it has changed. */
function rowsFrom(
  { ports, rules, areRulesToCome: areToCome, activities, isFromLastVisit: isOld }: Known,
  { ids, places }: Layout,
  common: Pick<PortRow, 'componentId' | 'place'>,
): (at: number, last: Rows) => PortRow | null {
  return (at, rows) => {
    const [id, port] = [ids[at], ports[at]]
    if (id === undefined || !port) return null
    const number = port.container_port
    return sameOr(rows.get(id), {
      ...common,
      id,
      port,
      isTwice: (places.get(number)?.length ?? 0) > 1,
      rules: rules && gatewayRulesOfPort({ gatewayRules: rules }, number),
      areRulesToCome: areToCome,
      activity: activities.get(number) ?? noActivity,
      isFromLastVisit: isOld,
    })
  }
}

type RowAt = ReturnType<typeof rowsFrom>

function allRows(last: Rows, { ids }: Layout, rowAt: RowAt): Rows {
  const rows = new Map<string, PortRow>()
  for (const at of ids.keys()) {
    const row = rowAt(at, last)
    if (row) rows.set(row.id, row)
  }
  return isSame(last, rows) ? last : rows
}

function withRows(last: Rows, { ids }: Layout, changed: ReadonlySet<number>, rowAt: RowAt): Rows {
  const made = [...changed].flatMap((at) => {
    const row = rowAt(at, last)
    return row === null || row === last.get(ids[at] ?? '') ? [] : [row]
  })
  if (made.length === 0) return last
  const rows = new Map(last)
  for (const row of made) rows.set(row.id, row)
  return rows
}

function sameOr(last: PortRow | undefined, next: PortRow): PortRow {
  if (!last) return next
  // The cache keeps what did not change as the same objects; the rules are made of each answer.
  const rules: readonly GatewayRule[] | null = replaceEqualDeep(last.rules, next.rules)
  const same =
    last.port === next.port &&
    last.isTwice === next.isTwice &&
    last.activity === next.activity &&
    last.place === next.place &&
    last.isFromLastVisit === next.isFromLastVisit &&
    last.rules === rules &&
    last.areRulesToCome === next.areRulesToCome
  return same ? last : { ...next, rules }
}

function isSame(last: Rows, next: Rows): boolean {
  if (last.size !== next.size) return false
  const ids = last.keys()
  for (const [id, row] of next) if (ids.next().value !== id || last.get(id) !== row) return false
  return true
}
