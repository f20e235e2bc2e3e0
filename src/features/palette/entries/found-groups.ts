import { plainText } from '../../../lib/text/clean-text'
import { matchesByRank, readQuery } from '../../../lib/text/rank-matches'
import type { Entry, EntryGroup } from './entry'
import { portEntry, type PortList, portsByRank } from './port-list'

/** More of a group would hide the next one, and nobody reads on: typing finds the rest. */
const mostOfGroup = 8

/** All that can be found, in the order in which equals are shown: the ports come last. */
export interface Findable {
  entries: readonly Entry[]
  ports: readonly PortList[]
}

/** The best entries of one group. */
export interface FoundGroup {
  group: EntryGroup
  entries: readonly Entry[]
  /** How many were found in the group, shown or not. */
  total: number
}

/** Returns what is searched for: a port may be written after its component, as in `orders-db:3306`. */
export function searchedFor(typed: string): string {
  return plainText(typed).replace(/:(?=\d)/g, ' ')
}

/** Returns the entries in which every typed word occurs, by group: the group of the best one first. */
export function foundGroups({ entries, ports }: Findable, typed: string): readonly FoundGroup[] {
  const groups = new Map<EntryGroup, { entries: Entry[]; total: number }>()

  function add(group: EntryGroup, entry: () => Entry) {
    const found = groups.get(group) ?? { entries: [], total: 0 }
    groups.set(group, found)
    found.total += 1
    if (found.entries.length < mostOfGroup) found.entries.push(entry())
  }

  const query = readQuery(searchedFor(typed))
  const foundPorts = portsByRank(ports, query)
  for (const [rank, found] of matchesByRank(entries, query).entries()) {
    for (const entry of found) add(entry.group, () => entry)
    for (const { port, component } of foundPorts[rank] ?? []) add('port', () => portEntry(port, component))
  }
  return [...groups].map(([group, found]) => ({ group, ...found }))
}

/** Returns the shown entries of all groups in their order. */
export function shownEntries(groups: readonly FoundGroup[]): readonly Entry[] {
  return groups.flatMap(({ entries }) => entries)
}
