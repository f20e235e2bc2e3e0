import { hashKey, type QueryClient, replaceEqualDeep } from '@tanstack/react-query'
import { isFromLastVisit } from '../../../api/cache-entries'
import { portsQuery } from '../../../api/resources/ports'
import { numbersTwice, portsByIdentity } from '../../../domain/model/port'
import type { GatewayRule } from '../../../domain/model/component'
import { cachedGatewayRules } from '../../change/engine/console/component-cache'
import { watchComponent } from '../../change/engine/console/watch-component'
import type { Engine } from '../../change/engine/engine'
import type { Target } from '../../change/engine/target'
import { type PortRow, rowId } from './port-row'
import type { Rows, RowSource } from './row-store'

/**
 * Returns the rows of one component: what the query cache holds of its ports and rules, with what is under way. `place` is
 * where it is among other components; without that, nothing is taken of the component itself, whose status changes.
 */
export function componentRows(
  client: QueryClient,
  engine: Engine,
  { ref, region }: Pick<Target, 'ref' | 'region'>,
  place: Target | null = null,
): RowSource {
  const componentId = ref.component

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
      const known = cachedGatewayRules(client, { ref, region })
      const rulesByPort = known && groupByPort(known)
      const rows = new Map<string, PortRow>()
      const { queryKey } = portsQuery(ref)
      const ports = client.getQueryData(queryKey) ?? []
      const seen = { isFromLastVisit: isFromLastVisit(client, hashKey(queryKey)) }
      const twice = numbersTwice(ports)
      for (const [identity, port] of portsByIdentity(ports)) {
        const id = rowId(componentId, identity)
        const isTwice = twice.has(port.container_port)
        const rules = rulesByPort ? (rulesByPort.get(port.container_port) ?? noRules) : null
        const activity = engine.activity(componentId, port.container_port)
        rows.set(
          id,
          sameOr(last.get(id), { id, componentId, port, isTwice, rules, activity, place, ...seen }),
        )
      }
      return isSame(last, rows) ? last : rows
    },
  }
}

const noRules: readonly GatewayRule[] = []

function groupByPort(rules: readonly GatewayRule[]): Map<number, GatewayRule[]> {
  const groups = new Map<number, GatewayRule[]>()
  for (const rule of rules) {
    const group = groups.get(rule.port)
    if (group) group.push(rule)
    else groups.set(rule.port, [rule])
  }
  return groups
}

function sameOr(last: PortRow | undefined, next: PortRow): PortRow {
  if (!last) return next
  // The cache keeps what did not change as the same objects; the rules are created on every read.
  const rules: readonly GatewayRule[] | null = replaceEqualDeep(last.rules, next.rules)
  const same =
    last.port === next.port &&
    last.isTwice === next.isTwice &&
    last.activity === next.activity &&
    last.place === next.place &&
    last.isFromLastVisit === next.isFromLastVisit &&
    last.rules === rules
  return same ? last : { ...next, rules }
}

function isSame(last: Rows, next: Rows): boolean {
  if (last.size !== next.size) return false
  const ids = last.keys()
  for (const [id, row] of next) if (ids.next().value !== id || last.get(id) !== row) return false
  return true
}
