import type { ComponentState, PortWish } from '../model/port'
import { isAlias } from '../model/port-validation'

/** An alias that a port had, and cannot be given again. */
export interface LostAlias {
  port: number
  alias: string
}

/** The ports of a wish, while an undo is being made of it. */
export type PortWishes = Map<number, Partial<PortWish> | 'delete'>

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
 * one that a sibling has. Giving up one may cost another its own, so it is done until all
 * fit, in the order of the port numbers: a plan's losses and its undo must come to the same.
 */
export function giveUpAliases(now: ComponentState, wishes: PortWishes): LostAlias[] {
  const losses: LostAlias[] = []
  for (let isSettled = false; !isSettled;) {
    isSettled = true
    for (const [port, wish] of [...wishes].sort(([one], [other]) => one - other)) {
      if (wish === 'delete' || wish.alias === undefined) continue
      const value = wish.alias
      if (!cannotHave(port, value, finalAliases(now, wishes))) continue
      const others = { ...wish }
      delete others.alias
      if (Object.keys(others).length === 0) wishes.delete(port)
      else wishes.set(port, others)
      losses.push({ port, alias: value })
      isSettled = false
    }
  }
  return losses
}
