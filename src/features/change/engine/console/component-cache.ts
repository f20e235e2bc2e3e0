import { CancelledError, type QueryClient } from '@tanstack/react-query'
import type { Domains } from '../../../../api/contract/domain'
import type { Port } from '../../../../api/contract/port'
import { keys } from '../../../../api/keys'
import { domainsQuery } from '../../../../api/resources/domains'
import { portsQuery } from '../../../../api/resources/ports'
import { gatewayRulesOf } from '../../../../domain/model/gateway-rules'
import type { ComponentState } from '../../../../domain/model/component'
import { isMeshed, type Target } from '../target'

function stateOf(target: Target, ports: readonly Port[], domains: Domains | undefined): ComponentState {
  return {
    ports,
    gatewayRules: domains ? gatewayRulesOf(domains, target.ref.component, target.region) : null,
    componentAlias: target.component.service_alias,
    meshed: isMeshed(target),
  }
}

/** Gives a component as it was last read; null before its ports were. Rules of a failed last read do not count. */
export function cachedComponent(client: QueryClient, target: Target): ComponentState | null {
  const ports = client.getQueryData(portsQuery(target.ref).queryKey)
  if (!ports) return null
  return stateOf(target, ports, cachedDomains(client, target))
}

/** Whether the gateway rules of a component are still to come: they were neither read, nor has reading them failed. */
export function lacksRules(client: QueryClient, { ref }: Target): boolean {
  return (client.getQueryState(domainsQuery(ref).queryKey)?.status ?? 'pending') === 'pending'
}

/** Gives the app's gateway rules as they were last read; undefined where the last read failed. */
export function cachedDomains(client: QueryClient, { ref }: Pick<Target, 'ref'>): Domains | undefined {
  const state = client.getQueryState(domainsQuery(ref).queryKey)
  return state?.status === 'success' ? state.data : undefined
}

/**
 * Reads ports and rules again, side by side, into the cache, and gives the component as it is now. A read that was
 * under way before is given up: it may have been answered before the last change. Throws `ApiError` where the ports
 * cannot be read, and the reason of `giveUp` when that fires; without the side route the rules are null.
 */
export async function readComponent(
  client: QueryClient,
  target: Target,
  giveUp?: AbortSignal,
): Promise<ComponentState> {
  await cancelReads(client, target)
  giveUp?.addEventListener('abort', () => void cancelReads(client, target))
  const [ports, domains] = await Promise.all([
    untilNotCancelled(() => client.query({ ...portsQuery(target.ref), staleTime: 0 }), giveUp),
    untilNotCancelled(() => client.query({ ...domainsQuery(target.ref), staleTime: 0 }), giveUp).catch(
      () => undefined,
    ),
  ])
  return stateOf(target, ports, domains)
}

/** Gives up reads of a component that are under way, so that none overwrites what a change is about to answer. */
export async function cancelReads(client: QueryClient, { ref }: Target): Promise<void> {
  await Promise.all([
    client.cancelQueries({ queryKey: keys.ports(ref), exact: true }),
    client.cancelQueries({ queryKey: keys.domains(ref), exact: true }),
  ])
}

// Another component of the same app may give up a read of the rules that both share; then it is read once more.
async function untilNotCancelled<T>(read: () => Promise<T>, giveUp: AbortSignal | undefined): Promise<T> {
  for (let left = 5; ; left--) {
    try {
      return await read()
    } catch (error) {
      giveUp?.throwIfAborted()
      if (!(error instanceof CancelledError) || left === 0) throw error
    }
  }
}
