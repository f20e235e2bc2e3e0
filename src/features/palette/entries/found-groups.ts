import { plainText } from '../../../lib/text/clean-text'
import { rankMatches } from '../../../lib/text/rank-matches'
import type { Entry, EntryGroup } from './entry'

/** More of a group would hide the next one, and nobody reads on: typing finds the rest. */
const mostOfGroup = 8

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
export function foundGroups(entries: readonly Entry[], typed: string): readonly FoundGroup[] {
  const groups = new Map<EntryGroup, { entries: Entry[]; total: number }>()
  for (const entry of rankMatches(entries, searchedFor(typed))) {
    const known = groups.get(entry.group)
    if (!known) groups.set(entry.group, { entries: [entry], total: 1 })
    else {
      known.total += 1
      if (known.entries.length < mostOfGroup) known.entries.push(entry)
    }
  }
  return [...groups].map(([group, found]) => ({ group, ...found }))
}

/** Returns the shown entries of all groups in their order. */
export function shownEntries(groups: readonly FoundGroup[]): readonly Entry[] {
  return groups.flatMap(({ entries }) => entries)
}
