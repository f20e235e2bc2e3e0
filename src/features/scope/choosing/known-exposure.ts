import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Component } from '../../../api/contract/component'
import type { Region } from '../../../api/contract/region'
import type { AppRef } from '../../../api/paths'
import { domainsQuery } from '../../../api/resources/domains'
import { portsQuery } from '../../../api/resources/ports'
import { gatewayRulesOf, isWildcardAddress } from '../../../domain/model/gateway-rules'

/** What is known about a component's ports without asking; null where it was not read, or the last read failed. */
export interface KnownExposure {
  ports: number | null
  /** How many ports are open at the gateway. */
  open: number | null
  /** A public address that can be opened, if possible one that somebody chose. */
  address: string | null
}

/** Returns what earlier pages have read about components of an app, by `service_id`. */
export function useKnownExposures(
  { team, region: regionName, app }: AppRef,
  region: Pick<Region, 'tcpdomain'> | undefined,
  components: readonly Component[] | undefined,
): ReadonlyMap<string, KnownExposure> {
  const client = useQueryClient()
  return useMemo(
    () => knownExposures(client, { team, region: regionName, app }, region, components ?? []),
    [client, team, regionName, app, region, components],
  )
}

/**
 * Reads the cache, and never asks. The gateway rules of an app belong to all of its components, so that a visit to one
 * tells about the others.
 */
export function knownExposures(
  client: QueryClient,
  app: AppRef,
  region: Pick<Region, 'tcpdomain'> | undefined,
  components: readonly Component[],
): ReadonlyMap<string, KnownExposure> {
  const domainsRead = client.getQueryState(domainsQuery(app).queryKey)
  const domains = domainsRead?.status === 'success' ? domainsRead.data : undefined
  const known = new Map<string, KnownExposure>()
  for (const { service_id: id } of components) {
    const portsRead = client.getQueryState(portsQuery({ ...app, component: id }).queryKey)
    const ports = portsRead?.status === 'success' ? portsRead.data : undefined
    if (!domains && !ports) continue
    const rules = domains ? gatewayRulesOf(domains, id, region).filter((rule) => rule.open) : []
    const outer = ports?.filter((port) => port.is_outer_service).map((port) => port.container_port) ?? []
    const reachable = rules.filter((rule) => !isWildcardAddress(rule.publicAddress))
    const address = reachable.find((rule) => rule.custom) ?? reachable[0]
    known.set(id, {
      ports: ports?.length ?? null,
      open: domains ? new Set([...rules.map((rule) => rule.port), ...outer]).size : null,
      address: address?.publicAddress ?? null,
    })
  }
  return known
}
