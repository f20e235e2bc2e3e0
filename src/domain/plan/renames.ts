import { numbersTwice, type Port } from '../model/port'
import { isAlias } from '../model/port-validation'
import type { Step, StepReason } from '../model/step'
import type { KeepGoal } from './goals'

/** The alias of each port that is left, as it changes from step to step. */
type Held = Map<number, string>

/** The alias call; the internal domain is always sent with it (docs/contract.md, "Changing"). */
export function renameStep(port: number, alias: string, domain: string, reason: StepReason): Step {
  return {
    call: 'change',
    port,
    body: { action: 'change_port_alias', port_alias: alias, k8s_service_name: domain },
    reason,
  }
}

/**
 * Whether the server lets a port have an alias now. It looks for who has it: a sibling is a refusal, more than one
 * holder a crash, be the port itself among them or not (docs/contract.md, "Changing").
 */
function isFree(held: Held, port: number, alias: string): boolean {
  for (const [holder, theirs] of held) if (holder !== port && theirs === alias) return false
  return true
}

function passingAlias(port: number, avoid: ReadonlySet<string>): string {
  const first = `PORTDECK_${String(port)}`
  let alias = first
  for (let n = 2; avoid.has(alias); n += 1) alias = `${first}_${String(n)}`
  return alias
}

/**
 * Gives the alias calls that bring every port to its alias, in an order in which none is refused. Where aliases
 * change places, one port steps aside with a passing alias, and the others move up.
 *
 * @param left the ports that are left after the plan's deletions
 * @param goals those of them that the desired state names, their final aliases unique
 * @param domain the internal domain to send
 */
export function renameSteps(left: readonly Port[], goals: readonly KeepGoal[], domain: string): Step[] {
  const held: Held = new Map(left.map((port) => [port.container_port, port.port_alias]))
  const pending = new Map(goals.map((goal) => [goal.port, goal]))
  for (const goal of goals) if (goal.alias === goal.now.port_alias) pending.delete(goal.port)

  const steps: Step[] = []
  while (pending.size > 0) {
    const waiting = [...pending.values()]
    const next = waiting.find((goal) => isFree(held, goal.port, goal.alias))
    if (next !== undefined) {
      steps.push(
        renameStep(next.port, next.alias, domain, next.aliasIsProposed ? 'alias-for-inner' : 'desired'),
      )
      held.set(next.port, next.alias)
      pending.delete(next.port)
      continue
    }
    const [aside] = waiting
    if (aside === undefined) break
    const alias = passingAlias(aside.port, new Set([...held.values(), ...waiting.map((goal) => goal.alias)]))
    steps.push(renameStep(aside.port, alias, domain, 'passing-alias'))
    held.set(aside.port, alias)
  }
  return steps
}

/**
 * A port whose own alias call can carry the internal domain: the server takes its alias, and nobody shares it, nor its
 * number.
 */
export function internalDomainCarrier(candidates: readonly Port[], all: readonly Port[]): Port | undefined {
  const held: Held = new Map(all.map((port) => [port.container_port, port.port_alias]))
  const twice = numbersTwice(all)
  return candidates.find(
    (port) =>
      !twice.has(port.container_port) &&
      isAlias(port.port_alias) &&
      isFree(held, port.container_port, port.port_alias),
  )
}
