import { portOf } from './diff'
import type { Loss } from './plan-losses'
import { isAlias, isDomain } from './port-rules'
import type { ComponentState, PortWish } from './port'
import type { Step } from './step'
import type { LeftAlone } from './undo-ports'

type PortWishes = Map<number, Partial<PortWish> | 'delete'>

function finalAliases(now: ComponentState, wishes: PortWishes): Map<number, string> {
  const aliases = new Map(now.ports.map((port) => [port.container_port, port.port_alias]))
  for (const [port, wish] of wishes) {
    if (wish === 'delete') aliases.delete(port)
    else if (wish.alias !== undefined) aliases.set(port, wish.alias)
  }
  return aliases
}

function cannotHave(port: number, alias: string, aliases: ReadonlyMap<number, string>): boolean {
  if (!isAlias(alias)) return true
  for (const [sibling, held] of aliases) if (sibling !== port && held === alias) return true
  return false
}

/**
 * Takes out of the wishes the aliases that cannot be had again: none at all, one that the server no longer takes, or
 * one that a sibling has. Giving up one may cost another its own, so it is done until all fit.
 */
export function giveUpAliases(now: ComponentState, wishes: PortWishes): Loss[] {
  const losses: Loss[] = []
  for (let isSettled = false; !isSettled;) {
    isSettled = true
    for (const [port, wish] of wishes) {
      if (wish === 'delete' || wish.alias === undefined) continue
      const value = wish.alias
      if (!cannotHave(port, value, finalAliases(now, wishes))) continue
      const others = { ...wish }
      delete others.alias
      if (Object.keys(others).length === 0) wishes.delete(port)
      else wishes.set(port, others)
      losses.push({ kind: 'no-return', port, field: 'alias', value })
      isSettled = false
    }
  }
  return losses
}

/** The internal domains of a component, each once: one, unless its data is old. */
function domainsOf({ ports }: ComponentState): string[] {
  return [...new Set(ports.map((port) => port.k8s_service_name))]
}

export interface DomainUndo {
  internalDomain: string | null
  leftAlone: LeftAlone[]
  cannotRestore: Loss[]
}

const nothing: DomainUndo = { internalDomain: null, leftAlone: [], cannotRestore: [] }

function leavesPorts(now: ComponentState, wishes: PortWishes): boolean {
  const isAdded = [...wishes.values()].some((wish) => wish !== 'delete')
  return isAdded || now.ports.some((port) => wishes.get(port.container_port) !== 'delete')
}

function changesDomain(step: Step): boolean {
  return step.call !== 'change' || step.body.action === 'change_port_alias'
}

/**
 * Gives the internal domain that an undo wishes for: the one before, where the plan changed it and nobody else has
 * since. A component that the plan left empty gets its own back with the first port that is added again.
 */
export function undoOfDomain(
  { before, after, now }: { before: ComponentState; after: ComponentState; now: ComponentState },
  steps: readonly Step[],
  wishes: PortWishes,
): DomainUndo {
  const domains = domainsOf(before)
  const [was] = domains
  const [planned] = domainsOf(after)
  const current = domainsOf(now)
  if (was === undefined || !steps.some(changesDomain)) return nothing
  const isChanged = before.ports.some((port) => {
    const is = portOf(after, port.container_port)
    return is === undefined ? planned !== was : is.k8s_service_name !== port.k8s_service_name
  })
  if (!isChanged) return nothing
  if (domains.length > 1 || !isDomain(was))
    return { ...nothing, cannotRestore: [{ kind: 'separate-domains', domains }] }
  if (!leavesPorts(now, wishes)) return nothing
  if (current.length > 0 && current.every((domain) => domain === was)) return nothing
  if (current.every((domain) => domain === planned)) return { ...nothing, internalDomain: was }
  const theirs = current.find((domain) => domain !== planned) ?? ''
  return { ...nothing, leftAlone: [{ kind: 'domain', planned: planned ?? was, now: theirs }] }
}
