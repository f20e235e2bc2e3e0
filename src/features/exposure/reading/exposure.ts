import type { QueryClient } from '@tanstack/react-query'
import type { App } from '../../../api/contract/app'
import type { Domains } from '../../../api/contract/domain'
import type { Port } from '../../../api/contract/port'
import type { Team } from '../../../api/contract/team'
import { componentsQuery } from '../../../api/resources/components'
import { domainsQuery } from '../../../api/resources/domains'
import { portsQuery } from '../../../api/resources/ports'
import { grouped } from '../../../domain/collections/grouped'
import { type Inconsistency, inconsistenciesOf } from '../../../domain/exposure/inconsistencies'
import { nodePortOf } from '../../../domain/exposure/node-ports'
import { type OpenAddress, openAddresses } from '../../../domain/exposure/open-addresses'
import { type ComponentNames, riskJudge } from '../../../domain/impact/risk'
import type { GatewayRule } from '../../../domain/model/component'
import { componentsWithRules, gatewayRulesOf } from '../../../domain/model/gateway-rules'
import type { Target } from '../../change/engine/target'
import { type InventoryPlace, knownApps, refOf } from '../../inventory/reading/targets'

/** Where a gateway rule leads: `target` is null where no list names its component. */
interface RulePlace {
  app: App
  target: Target | null
}

interface NodePortPlace extends RulePlace {
  /** Another team of the person's; null for the one that the page is about. */
  team: Team | null
}

export interface ExposedAddress extends OpenAddress, RulePlace {
  id: string
}

export interface FoundInconsistency {
  id: string
  target: Target
  inconsistency: Inconsistency
}

/** A port that a TCP rule takes on the gateway of the cluster. */
export interface NodePort extends NodePortPlace {
  id: string
  number: number
  rule: GatewayRule
}

/** What the query cache says of a place. */
export interface Exposure {
  /** Those with a risk first, then by app, component and port. */
  addresses: readonly ExposedAddress[]
  /** By app, component and port. */
  inconsistencies: readonly FoundInconsistency[]
  /** By number. */
  nodePorts: readonly NodePort[]
}

/** What one component contributes. */
interface Share {
  domains: Domains | undefined
  ports: readonly Port[] | undefined
  isSettled: boolean
  addresses: readonly ExposedAddress[]
  inconsistencies: readonly FoundInconsistency[]
  nodePorts: readonly NodePort[]
}

/**
 * Returns what puts together the exposure of a place from what the cache knows. Asked again, it looks only at components whose
 * ports or rules were read again. Until it `isSettled`, ports don't count for risks, so that no address changes its place with
 * every answer.
 */
export function createExposure(
  client: QueryClient,
  place: InventoryPlace,
): (targets: readonly Target[], isSettled: boolean) => Exposure {
  const shares = new WeakMap<Target, Share>()

  function shareOf(target: Target, domains: Domains | undefined, isSettled: boolean): Share {
    const ports = client.getQueryData(portsQuery(target.ref).queryKey)
    const known = shares.get(target)
    const isKnown = known?.domains === domains && known?.ports === ports && known?.isSettled === isSettled
    if (known && isKnown) return known
    const { app, ref, component } = target
    const rules = domains ? gatewayRulesOf(domains, ref.component, place.region) : null
    const found = ports ? inconsistenciesOf(ports, rules) : []
    const share: Share = {
      domains,
      ports,
      isSettled,
      ...ofRules(rules ?? [], isSettled ? ports : undefined, { app, target }, ref.component, component),
      inconsistencies: found.map((inconsistency, at) => ({
        id: `${ref.component} ${String(at)}`,
        target,
        inconsistency,
      })),
    }
    shares.set(target, share)
    return share
  }

  return (targets, isSettled) => {
    const ids = new Set(targets.map(({ ref }) => ref.component))
    const byApp = grouped(targets, ({ app }) => app.ID)
    const all: Pick<Share, 'addresses' | 'nodePorts' | 'inconsistencies'>[] = []
    for (const app of knownApps(client, place)) {
      const domains = client.getQueryData(domainsQuery({ ...refOf(place), app: app.ID }).queryKey)
      for (const target of byApp.get(app.ID) ?? []) all.push(shareOf(target, domains, isSettled))
      const list = client.getQueryState(componentsQuery({ ...refOf(place), app: app.ID }).queryKey)
      if (!domains || list?.status === 'pending') continue
      for (const id of componentsWithRules(domains)) {
        if (ids.has(id)) continue
        const rules = gatewayRulesOf(domains, id, place.region)
        all.push({ ...ofRules(rules, undefined, { app, target: null }, id, unnamed), inconsistencies: [] })
      }
    }
    const addresses = all.flatMap((share) => share.addresses)
    return {
      addresses: [
        ...addresses.filter(({ risk }) => risk !== null),
        ...addresses.filter(({ risk }) => risk === null),
      ],
      inconsistencies: all.flatMap((share) => share.inconsistencies),
      nodePorts: all.flatMap((share) => share.nodePorts).sort((a, b) => a.number - b.number),
    }
  }
}

const unnamed = { service_cname: '' }

/** Returns what the rules of a component say. */
function ofRules(
  rules: readonly GatewayRule[],
  ports: readonly Port[] | undefined,
  where: RulePlace,
  component: string,
  names: ComponentNames,
): Pick<Share, 'addresses' | 'nodePorts'> {
  const open = openAddresses(rules, ports, riskJudge(names)).sort((a, b) => a.port - b.port)
  return {
    addresses: open.map((address) => ({
      ...address,
      ...where,
      id: `${component} ${String(address.port)} ${address.protocol} ${address.publicAddress}`,
    })),
    nodePorts: nodePortsOf(rules, component, { ...where, team: null }),
  }
}

/** Returns the node ports that the rules of a component take, open or closed. */
export function nodePortsOf(
  rules: readonly GatewayRule[],
  component: string,
  where: NodePortPlace,
): NodePort[] {
  return rules.flatMap((rule, at) => {
    const number = nodePortOf(rule)
    return number === null ? [] : [{ id: `${component} ${String(at)}`, number, rule, ...where }]
  })
}
