import { createLowestFirst } from '../collections/lowest-first'
import { numbersTwice, type Port } from '../model/port'
import { isAlias } from '../model/port-validation'
import type { Step, StepReason } from '../model/step'
import type { KeepGoal } from './goals'

/** Returns the alias call; the internal domain is always sent with it (docs/contract.md, "Changing"). */
export function renameStep(port: number, alias: string, domain: string, reason: StepReason): Step {
  return {
    call: 'change',
    port,
    body: { action: 'change_port_alias', port_alias: alias, k8s_service_name: domain },
    reason,
  }
}

/** The alias of each port, as it changes from step to step. */
interface HeldAliases {
  /** How many ports have an alias. */
  countOf: (alias: string) => number
  /** Sets the alias of a port, and returns the one that it had. */
  rename: (port: number, alias: string) => string | undefined
}

function holdAliases(ports: readonly Port[]): HeldAliases {
  const held = new Map(ports.map((port) => [port.container_port, port.port_alias]))
  const counts = new Map<string, number>()
  const countOf = (alias: string) => counts.get(alias) ?? 0
  for (const alias of held.values()) counts.set(alias, countOf(alias) + 1)
  return {
    countOf,
    rename(port, alias) {
      const was = held.get(port)
      if (was !== undefined) counts.set(was, countOf(was) - 1)
      held.set(port, alias)
      counts.set(alias, countOf(alias) + 1)
      return was
    },
  }
}

function passingAlias(port: number, isTaken: (alias: string) => boolean): string {
  const first = `PORTDECK_${String(port)}`
  let alias = first
  for (let n = 2; isTaken(alias); n += 1) alias = `${first}_${String(n)}`
  return alias
}

/**
 * Returns the alias calls that bring every port to its alias, in an order in which none is refused: the server looks
 * for who has an alias; a sibling is a refusal, more than one holder a crash (docs/contract.md, "Changing"). Always the
 * first goal is next whose alias nobody has. Where aliases change places, the first port that waits steps aside with a
 * passing alias, and the others move up.
 *
 * @param left the ports that are left after the plan's deletions
 * @param goals those of them that the desired state names, their final aliases unique
 * @param domain the internal domain to send
 */
export function renameSteps(left: readonly Port[], goals: readonly KeepGoal[], domain: string): Step[] {
  const held = holdAliases(left)
  const pending = goals.filter((goal) => goal.alias !== goal.now.port_alias)
  const wantedAt = new Map(pending.map((goal, at) => [goal.alias, at]))
  const free = createLowestFirst()
  for (const [alias, at] of wantedAt) if (held.countOf(alias) === 0) free.add(at)

  const steps: Step[] = []
  const isDone = pending.map(() => false)
  let firstWaiting = 0

  function rename(port: number, alias: string, reason: StepReason) {
    steps.push(renameStep(port, alias, domain, reason))
    const given = held.rename(port, alias)
    const at = given === undefined || held.countOf(given) > 0 ? undefined : wantedAt.get(given)
    if (at !== undefined) free.add(at)
  }

  for (;;) {
    const next = free.take()
    const goal = next === undefined ? undefined : pending[next]
    if (next !== undefined && goal !== undefined) {
      isDone[next] = true
      wantedAt.delete(goal.alias)
      rename(goal.port, goal.alias, goal.aliasIsProposed ? 'alias-for-inner' : 'desired')
      continue
    }
    while (isDone[firstWaiting] === true) firstWaiting += 1
    const aside = pending[firstWaiting]
    if (aside === undefined) return steps
    const alias = passingAlias(aside.port, (one) => held.countOf(one) > 0 || wantedAt.has(one))
    rename(aside.port, alias, 'passing-alias')
  }
}

/**
 * Returns the first port whose own alias call can carry the internal domain: the server takes its alias, and nobody
 * shares it, nor its number.
 */
export function internalDomainCarrier(candidates: readonly Port[], all: readonly Port[]): Port | undefined {
  const held = holdAliases(all)
  const twice = numbersTwice(all)
  return candidates.find(
    (port) =>
      !twice.has(port.container_port) && isAlias(port.port_alias) && held.countOf(port.port_alias) === 1,
  )
}
