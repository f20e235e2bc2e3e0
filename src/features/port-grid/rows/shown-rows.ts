import { isOutside, type PortRow } from './port-row'
import type { Rows, RowStore } from './row-store'
import type { RowMatcher } from './search-text'
import { comparedBy, type Sort } from './sort-rows'

/** What a person chose to see, and in which order. */
export interface RowChoice {
  /** Finds the rows to show; null for all. */
  matches: RowMatcher | null
  sort: Sort
  /** The rows that stay, whatever is searched for. */
  always: ReadonlySet<string>
  /** Each component's rows stand below a row of the component, whose id is the component's own. */
  isGrouped: boolean
}

/** The rows of a store as a choice leaves and orders them. */
export interface ShownRows {
  /** The same array until a row comes, goes or moves. */
  ids: readonly string[]
  counts: RowCounts
}

/** How many ports are loaded, how many of them the filter leaves, and how many are open at the gateway. */
export interface RowCounts {
  ports: number
  shown: number
  open: number
}

/** The part of one component, as long as neither its rows nor the choice change. */
interface Part {
  listed: Rows
  matched: readonly PortRow[]
  open: number
}

/**
 * Returns what chooses and sorts the rows of a store. Asked again, it looks only at the components whose rows have changed
 * since: the others cost a comparison.
 */
export function createShownRows(store: RowStore): (choice: RowChoice) => ShownRows {
  let choice: RowChoice | null = null
  let order: readonly string[] = []
  let parts = new Map<string, Part>()
  let flat: readonly PortRow[] = []
  let shown: ShownRows = { ids: [], counts: { ports: 0, shown: 0, open: 0 } }

  return (asked) => {
    const known = choice === asked ? parts : new Map<string, Part>()
    const changed = new Set<string>()
    const next = new Map<string, Part>()
    const components = store.components()
    const partOf = partsFor(asked)
    for (const component of components) {
      const listed = store.listed(component)
      const last = known.get(component)
      if (last?.listed !== listed) changed.add(component)
      next.set(component, last?.listed === listed ? last : partOf(listed))
    }
    if (choice === asked && order === components && changed.size === 0) return shown

    const isSameChoice = choice === asked
    for (const component of parts.keys()) if (!next.has(component)) changed.add(component)
    choice = asked
    order = components
    parts = next
    if (!asked.isGrouped)
      flat = isSameChoice ? merged(flat, changed, next, asked.sort) : sorted(all(next.values()), asked.sort)
    const ids = asked.isGrouped ? groupedIds(next, asked.matches !== null) : flat.map(({ id }) => id)
    shown = { ids: isSameIds(shown.ids, ids) ? shown.ids : ids, counts: countsOf(next) }
    return shown
  }
}

/** Returns what makes the part of a component for a choice. */
function partsFor({ matches, sort, always }: RowChoice): (listed: Rows) => Part {
  const compare = comparedBy(sort)
  return (listed) => {
    const rows = [...listed.values()]
    const matched = matches ? rows.filter((row) => always.has(row.id) || matches(row)) : rows
    return { listed, matched: matched.sort(compare), open: rows.filter(isOutside).length }
  }
}

function* all(parts: Iterable<Part>): Iterable<PortRow> {
  for (const { matched } of parts) yield* matched
}

function sorted(rows: Iterable<PortRow>, sort: Sort): readonly PortRow[] {
  return [...rows].sort(comparedBy(sort))
}

/** Returns a sorted list with the rows of the changed components in place of those that they had. */
function merged(
  last: readonly PortRow[],
  changed: ReadonlySet<string>,
  parts: ReadonlyMap<string, Part>,
  sort: Sort,
): readonly PortRow[] {
  const compare = comparedBy(sort)
  const stay = last.filter(({ componentId }) => !changed.has(componentId))
  const come = sorted(
    [...changed].flatMap((component) => parts.get(component)?.matched ?? []),
    sort,
  )
  const rows: PortRow[] = []
  let at = 0
  for (const row of stay) {
    for (let next = come[at]; next && compare(next, row) < 0; next = come[at]) {
      rows.push(next)
      at += 1
    }
    rows.push(row)
  }
  return rows.concat(come.slice(at))
}

/** A filter leaves out the components without a match. */
function groupedIds(parts: ReadonlyMap<string, Part>, isFiltered: boolean): string[] {
  const ids: string[] = []
  for (const [component, { matched }] of parts) {
    if (isFiltered && matched.length === 0) continue
    ids.push(component)
    for (const { id } of matched) ids.push(id)
  }
  return ids
}

function countsOf(parts: ReadonlyMap<string, Part>): RowCounts {
  const counts = { ports: 0, shown: 0, open: 0 }
  for (const { listed, matched, open } of parts.values()) {
    counts.ports += listed.size
    counts.shown += matched.length
    counts.open += open
  }
  return counts
}

function isSameIds(last: readonly string[], next: readonly string[]): boolean {
  return last.length === next.length && next.every((id, at) => id === last[at])
}
