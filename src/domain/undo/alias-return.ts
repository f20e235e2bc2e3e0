import { grouped } from '../collections/grouped'
import { createLowestFirst } from '../collections/lowest-first'
import type { ComponentState } from '../model/component'
import type { DesiredPort } from '../model/desired-state'
import { portOf } from '../model/diff'
import { isAlias } from '../model/port-validation'

/** An alias that a port had, and cannot be given again. */
export interface LostAlias {
  port: number
  alias: string
}

/** The ports of a desired state, while an undo is being made of it. */
export type DesiredPorts = Map<number, Partial<DesiredPort> | 'delete'>

/** A port that is to get back an alias. */
interface Asked {
  port: number
  alias: string
}

function askedAliases(desiredPorts: DesiredPorts): Asked[] {
  return [...desiredPorts]
    .flatMap(([port, desired]) =>
      desired === 'delete' || desired.alias === undefined ? [] : [{ port, alias: desired.alias }],
    )
    .sort((one, other) => one.port - other.port)
}

/** Counts by alias how many ports have it at the end. */
function countFinalAliases(now: ComponentState, desiredPorts: DesiredPorts): Map<string, number> {
  const aliases = new Map(now.ports.map((port) => [port.container_port, port.port_alias]))
  for (const [port, desired] of desiredPorts) {
    if (desired === 'delete') aliases.delete(port)
    else if (desired.alias !== undefined) aliases.set(port, desired.alias)
  }
  const counts = new Map<string, number>()
  for (const alias of aliases.values()) counts.set(alias, (counts.get(alias) ?? 0) + 1)
  return counts
}

function withoutAlias(desiredPorts: DesiredPorts, port: number) {
  const desired = desiredPorts.get(port)
  if (desired === undefined || desired === 'delete') return
  const others = { ...desired }
  delete others.alias
  if (Object.keys(others).length === 0) desiredPorts.delete(port)
  else desiredPorts.set(port, others)
}

/**
 * Removes from the desired ports the aliases that cannot be had again, and returns them: none at all, one that the
 * server no longer takes, or one that a sibling has. Giving up one may cost another its own, because the port keeps the
 * alias that it has now: so the ports are gone through in rounds, in the order of their numbers, until all fit.
 */
export function giveUpAliases(now: ComponentState, desiredPorts: DesiredPorts): LostAlias[] {
  const asked = askedAliases(desiredPorts)
  if (asked.length === 0) return []
  const counts = countFinalAliases(now, desiredPorts)
  const placesOf = grouped(asked.keys(), (place) => asked[place]?.alias)
  /** The turns to come: round × number of ports + place of the port among them. */
  const turns = createLowestFirst()
  const waits = asked.map(() => true)
  const isLost = asked.map(() => false)
  for (const place of asked.keys()) turns.add(place)

  const losses: LostAlias[] = []
  for (let turn = turns.take(); turn !== undefined; turn = turns.take()) {
    const place = turn % asked.length
    const one = asked[place]
    waits[place] = false
    if (one === undefined || (isAlias(one.alias) && countOf(one.alias) < 2)) continue
    isLost[place] = true
    losses.push(one)
    withoutAlias(desiredPorts, one.port)
    counts.set(one.alias, countOf(one.alias) - 1)
    const kept = portOf(now, one.port)?.port_alias
    if (kept !== undefined) addHolder(kept, turn)
  }
  return losses

  function countOf(alias: string): number {
    return counts.get(alias) ?? 0
  }

  /** Those that ask for the same alias get another turn: in this round where theirs is still to come. */
  function addHolder(alias: string, turn: number) {
    counts.set(alias, countOf(alias) + 1)
    const round = turn - (turn % asked.length)
    for (const place of placesOf.get(alias) ?? []) {
      if (waits[place] === true || isLost[place] === true) continue
      waits[place] = true
      turns.add(round + place > turn ? round + place : round + asked.length + place)
    }
  }
}
