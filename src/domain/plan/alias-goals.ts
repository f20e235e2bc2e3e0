import { grouped } from '../collections/grouped'
import type { ComponentState } from '../model/component'
import { isAlias, proposedAlias } from '../model/port-validation'
import type { PortGoal } from './goals'
import type { Unreachable } from './unreachable'

/** A goal whose alias stays open until it is known which ones are free. */
function needsProposal(goal: PortGoal): boolean {
  if (goal.kind === 'delete' || goal.alias !== '') return false
  // The server opens inner only on a port with an alias (docs/contract.md, "Changing").
  return goal.kind === 'add' || (goal.inner && !goal.now.is_inner_service)
}

function changesAlias(goal: PortGoal): boolean {
  if (goal.kind === 'delete') return false
  return goal.kind === 'add' || goal.alias !== goal.now.port_alias
}

/** Returns the alias that the server would propose, or, where a sibling has it, the next one that is free. */
export function freeProposal(componentAlias: string, port: number, taken: ReadonlySet<string>): string {
  const proposal = proposedAlias(componentAlias, port)
  let free = proposal
  for (let n = 2; taken.has(free); n += 1) free = `${proposal}_${String(n)}`
  return free
}

/** The aliases at the end of a plan, by port, of every port that is left or added. */
function finalAliases(component: ComponentState, goals: readonly PortGoal[]): Map<number, string> {
  const aliases = new Map(component.ports.map((port) => [port.container_port, port.port_alias]))
  for (const goal of goals) {
    if (goal.kind === 'delete') aliases.delete(goal.port)
    else aliases.set(goal.port, goal.alias)
  }
  return aliases
}

/** Fills in the aliases that are left to the server or that inner needs. */
function withProposals(
  component: ComponentState,
  goals: readonly PortGoal[],
  aliases: Map<number, string>,
): PortGoal[] {
  const taken = new Set(aliases.values())
  return goals.map((goal) => {
    if (goal.kind === 'delete' || !needsProposal(goal)) return goal
    const alias = freeProposal(component.componentAlias, goal.port, taken)
    taken.add(alias)
    aliases.set(goal.port, alias)
    return goal.kind === 'add' ? { ...goal, alias } : { ...goal, alias, aliasIsProposed: true }
  })
}

/**
 * Fills in the aliases that are left to the server or that inner needs, and checks every alias that the plan sets:
 * that the server takes it, and that no sibling has it at the end. Siblings of old data that share one, and keep
 * it, are left alone.
 */
export function withAliases(
  component: ComponentState,
  goals: readonly PortGoal[],
): PortGoal[] | { unreachable: Unreachable } {
  const aliases = finalAliases(component, goals)
  const settled = withProposals(component, goals, aliases)
  const holders = grouped(aliases.keys(), (port) => aliases.get(port))
  for (const goal of settled) {
    if (goal.kind === 'delete' || !changesAlias(goal)) continue
    const { port, alias } = goal
    if (!isAlias(alias)) return { unreachable: { reason: 'alias-invalid', port, alias } }
    const by = holders.get(alias)?.find((holder) => holder !== port)
    if (by !== undefined) return { unreachable: { reason: 'alias-taken', port, alias, by } }
  }
  return settled
}
