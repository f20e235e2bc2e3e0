import type { ComponentState } from '../model/component'
import type { DesiredPort } from '../model/desired-state'
import { isAlias } from '../model/port-validation'

/** An alias that a port had, and cannot be given again. */
export interface LostAlias {
  port: number
  alias: string
}

/** The ports of a desired state, while an undo is being made of it. */
export type DesiredPorts = Map<number, Partial<DesiredPort> | 'delete'>

function finalAliases(now: ComponentState, desiredPorts: DesiredPorts): Map<number, string> {
  const aliases = new Map(now.ports.map((port) => [port.container_port, port.port_alias]))
  for (const [port, desired] of desiredPorts) {
    if (desired === 'delete') aliases.delete(port)
    else if (desired.alias !== undefined) aliases.set(port, desired.alias)
  }
  return aliases
}

function cannotHave(port: number, alias: string, aliases: ReadonlyMap<number, string>): boolean {
  if (!isAlias(alias)) return true
  for (const [sibling, held] of aliases) if (sibling !== port && held === alias) return true
  return false
}

/**
 * Takes out of the desired states the aliases that cannot be had again: none at all, one that the server no longer takes, or
 * one that a sibling has. Giving up one may cost another its own, so it is done until all
 * fit, in the order of the port numbers: a plan's losses and its undo must come to the same.
 */
export function giveUpAliases(now: ComponentState, desiredPorts: DesiredPorts): LostAlias[] {
  const losses: LostAlias[] = []
  for (let isSettled = false; !isSettled;) {
    isSettled = true
    for (const [port, desired] of [...desiredPorts].sort(([one], [other]) => one - other)) {
      if (desired === 'delete' || desired.alias === undefined) continue
      const value = desired.alias
      if (!cannotHave(port, value, finalAliases(now, desiredPorts))) continue
      const others = { ...desired }
      delete others.alias
      if (Object.keys(others).length === 0) desiredPorts.delete(port)
      else desiredPorts.set(port, others)
      losses.push({ port, alias: value })
      isSettled = false
    }
  }
  return losses
}
