import type { ComponentRef } from '../../../api/paths'
import type { Command } from '../../../lib/commands'
import { searchText, type SearchText } from '../../../lib/text/rank-matches'

/** What is on the platform, outermost first. */
const placeGroups = ['team', 'region', 'app', 'component', 'port'] as const
export type PlaceGroup = (typeof placeGroups)[number]

export type EntryGroup = 'recent' | Command['group'] | PlaceGroup

/** Whether the entries of a group lead to something on the platform. */
export function isPlace(group: EntryGroup): boolean {
  return placeGroups.some((place) => place === group)
}

/** One line of the palette. */
export interface Entry {
  id: string
  group: EntryGroup
  name: string
  /** Where it is, such as the app of a component; what is above it, outermost first. */
  place: string
  /** What else tells it apart from others of its name, or the keys that do the same. */
  note: string
  /** Why it can't be chosen now; null if it can. */
  blocked: string | null
  search: SearchText
  does: { run: () => void } | { path: string }
}

/** Something on the platform, which has a page. */
export interface PlaceEntry extends Entry {
  group: PlaceGroup
  does: { path: string }
}

/** A component, whose ports can be read. */
export interface ComponentEntry extends PlaceEntry {
  group: 'component'
  ref: ComponentRef
}

export function commandEntry(part: string, command: Command): Entry {
  const { id, group, name, detail = '', keys = '', blocked = null } = command
  return {
    id: `${part} ${id}`,
    group,
    name,
    place: detail,
    note: keys,
    blocked,
    search: searchText(name, [detail]),
    does: 'path' in command ? { path: command.path } : { run: command.run },
  }
}
