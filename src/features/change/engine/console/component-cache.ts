import { CancelledError, hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query'
import type { Domains } from '../../../../api/contract/domain'
import type { Port } from '../../../../api/contract/port'
import { cancelEntry } from '../../../../api/cache-entries'
import { ApiError } from '../../../../api/errors/errors'
import { keys } from '../../../../api/keys'
import { domainsQuery } from '../../../../api/resources/domains'
import { portsQuery } from '../../../../api/resources/ports'
import { gatewayRulesOf } from '../../../../domain/model/gateway-rules'
import type { ComponentState, GatewayRule } from '../../../../domain/model/component'
import { createSharedRead, type SharedRead } from '../../../../lib/shared-read'
import { isMeshed, type Target } from '../target'

type Place = Pick<Target, 'ref' | 'region'>

function stateOf(target: Target, ports: readonly Port[], domains: Domains | undefined): ComponentState {
  return {
    ports,
    gatewayRules: gatewayRulesAmong(domains, target),
    componentAlias: target.component.service_alias,
    meshed: isMeshed(target),
  }
}

/** By answer, which is never changed: the part of each component. */
const parts = new WeakMap<Domains, ReadonlyMap<string, Domains>>()

/** Returns an app's gateway rules by the component that they belong to. */
export function domainsByComponent(domains: Domains): ReadonlyMap<string, Domains> {
  const known = parts.get(domains)
  if (known) return known
  const byComponent = new Map<string, Domains>()
  const partOf = (component: string): Domains => {
    const part = byComponent.get(component) ?? { http: [], tcp: [] }
    byComponent.set(component, part)
    return part
  }
  for (const rule of domains.http) partOf(rule.service_id).http.push(rule)
  for (const rule of domains.tcp) partOf(rule.service_id).tcp.push(rule)
  parts.set(domains, byComponent)
  return byComponent
}

function gatewayRulesAmong(
  domains: Domains | undefined,
  { ref, region }: Place,
): readonly GatewayRule[] | null {
  if (!domains) return null
  const part = domainsByComponent(domains).get(ref.component)
  if (!part) return noRules
  const known = rulesOfPart.get(part)
  if (known && known.region === region) return known.rules
  const rules = gatewayRulesOf(part, ref.component, region)
  rulesOfPart.set(part, { region, rules })
  return rules
}

const noRules: readonly GatewayRule[] = []

/** What was made of the part of a component, which is never changed. */
const rulesOfPart = new WeakMap<Domains, { region: Target['region']; rules: readonly GatewayRule[] }>()

/**
 * Returns the gateway rules of a component as they were last read; null where they were not, or that failed. The same array
 * as long as they are the same.
 */
export function cachedGatewayRules(client: QueryClient, place: Place): readonly GatewayRule[] | null {
  return gatewayRulesAmong(cachedDomains(client, place), place)
}

/** Returns a component as it was last read; null before its ports were. Rules of a failed last read do not count. */
export function cachedComponent(client: QueryClient, target: Target): ComponentState | null {
  const ports = client.getQueryData(portsQuery(target.ref).queryKey)
  if (!ports) return null
  return stateOf(target, ports, cachedDomains(client, target))
}

/** Whether the gateway rules of a component are still to come: they were neither read, nor has reading them failed. */
export function lacksRules(client: QueryClient, { ref }: Target): boolean {
  return (client.getQueryState(domainsQuery(ref).queryKey)?.status ?? 'pending') === 'pending'
}

/** Whether the gateway rules of a component are being read for the first time. */
export function areRulesToCome(client: QueryClient, { ref }: Pick<Target, 'ref'>): boolean {
  const state = client.getQueryState(domainsQuery(ref).queryKey)
  return state?.status === 'pending' && state.fetchStatus !== 'idle'
}

/** Returns the app's gateway rules as they were last read; undefined where the last read failed. */
export function cachedDomains(client: QueryClient, { ref }: Pick<Target, 'ref'>): Domains | undefined {
  const state = client.getQueryState(domainsQuery(ref).queryKey)
  return state?.status === 'success' ? state.data : undefined
}

/**
 * Reads ports and rules again, side by side, into the cache, and returns the component as it is now. A read that was
 * under way before is given up: it may have been answered before the last change. Throws `ApiError` where the ports
 * cannot be read or the session has ended, and the reason of `giveUp` when that fires; rules that cannot be read are null.
 */
export async function readComponent(
  client: QueryClient,
  target: Target,
  giveUp?: AbortSignal,
): Promise<ComponentState> {
  const { ref } = target
  const queryKey = keys.ports(ref)
  await cancelReads(client, target)
  giveUp?.addEventListener('abort', () => void cancelEntry(client, queryKey))
  const readPorts = () => client.query({ ...portsQuery(ref), staleTime: 0 })
  const [ports, domains] = await Promise.all([
    untilNotCancelled(client, queryKey, readPorts, giveUp),
    rulesRead(client, ref).read(giveUp).catch(unknownUnlessOver),
  ])
  giveUp?.throwIfAborted()
  return stateOf(target, ports, domains)
}

/** The end of a session says nothing of the rules: once somebody is signed in, they can be read as before. */
function unknownUnlessOver(error: unknown): undefined {
  if (error instanceof ApiError && error.kind === 'unauthenticated') throw error
}

/**
 * Cancels reads of a component that are under way, so that none overwrites the response to a change. The rules are those
 * of all components of the app: a read that another one's change waits for goes on, and is followed by another.
 */
export async function cancelReads(client: QueryClient, { ref }: Target): Promise<void> {
  const rules = rulesRead(client, ref).isRunning() ? undefined : cancelEntry(client, keys.domains(ref))
  await Promise.all([cancelEntry(client, keys.ports(ref)), rules])
}

/** Of each cache, by the hash of the app's entry. */
const rulesReads = new WeakMap<QueryClient, Map<string, SharedRead<Domains>>>()

/** Returns the read of an app's gateway rules that its components share. */
function rulesRead(client: QueryClient, ref: Target['ref']): SharedRead<Domains> {
  const queryKey = keys.domains(ref)
  const reads = rulesReads.get(client) ?? new Map<string, SharedRead<Domains>>()
  rulesReads.set(client, reads)
  const readDomains = () => client.query({ ...domainsQuery(ref), staleTime: 0 })
  const read =
    reads.get(hashKey(queryKey)) ??
    createSharedRead((abandoned) => {
      abandoned.addEventListener('abort', () => void cancelEntry(client, queryKey))
      return untilNotCancelled(client, queryKey, readDomains, abandoned)
    })
  reads.set(hashKey(queryKey), read)
  return read
}

// What else reads the same entry may give it up, as by reading it again; then it is read once more.
async function untilNotCancelled<T>(
  client: QueryClient,
  queryKey: QueryKey,
  read: () => Promise<T>,
  giveUp: AbortSignal | undefined,
): Promise<T> {
  const updates = () => client.getQueryState(queryKey)?.dataUpdateCount
  for (let left = 5; left >= 0; left--) {
    const before = updates()
    try {
      const answer = await read()
      // A cancelled read of an entry that has data returns these.
      if (updates() !== before) return answer
    } catch (error) {
      giveUp?.throwIfAborted()
      if (!(error instanceof CancelledError)) throw error
    }
    giveUp?.throwIfAborted()
  }
  throw new CancelledError()
}
