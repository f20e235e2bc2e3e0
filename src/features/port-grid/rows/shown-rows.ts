import { isOutside, type PortRow } from './port-row'
import type { Rows, RowStore } from './row-store'
import { isNarrowed, type RowMatcher } from './search-text'
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
  /** All of its rows in order. */
  sorted: readonly PortRow[]
  matched: readonly PortRow[]
  open: number
}

type Parts = ReadonlyMap<string, Part>

/**
 * Returns what chooses and sorts the rows of a store. Asked again, it looks only at the components whose rows have changed
 * since: the others cost a comparison. Another search sorts nothing, and one that finds less than the last looks only at what
 * that found.
 */
export function createShownRows(store: RowStore): (choice: RowChoice) => ShownRows {
  let choice: RowChoice | null = null
  let order: readonly string[] = []
  let parts: Parts = new Map()
  /** All rows in one order, and those of them that are found; kept while nothing is grouped. */
  let flat: { sorted: readonly PortRow[]; matched: readonly PortRow[] } | null = null
  let shown: ShownRows = { ids: [], counts: { ports: 0, shown: 0, open: 0 } }

  return (asked) => {
    const last = choice
    const isSameChoice = last === asked
    const changed = new Set<string>()
    const next = new Map<string, Part>()
    const components = store.components()
    const partOf = partsFor(asked, last)
    for (const component of components) {
      const listed = store.listed(component)
      const known = parts.get(component)
      if (known?.listed !== listed) changed.add(component)
      next.set(component, isSameChoice && known?.listed === listed ? known : partOf(listed, known))
    }
    if (isSameChoice && order === components && changed.size === 0) return shown

    for (const component of parts.keys()) if (!next.has(component)) changed.add(component)
    choice = asked
    order = components
    parts = next
    if (asked.isGrouped) flat = null
    else {
      const { sort } = asked
      const isSameSort = last?.sort === sort
      const before = isSameSort ? flat : null
      const sorted = before ? merged(before.sorted, changed, next, sort, 'sorted') : inOrder(next, sort)
      const matched =
        before && isSameChoice
          ? merged(before.matched, changed, next, sort, 'matched')
          : found(sorted, next, asked.matches !== null)
      flat = { sorted, matched }
    }
    const ids = flat ? flat.matched.map(({ id }) => id) : groupedIds(next, asked.matches !== null)
    shown = { ids: isSameIds(shown.ids, ids) ? shown.ids : ids, counts: countsOf(next) }
    return shown
  }
}

/** Returns what makes the part of a component for a choice, from the part that it had for the last one. */
function partsFor(
  { matches, sort, always }: RowChoice,
  last: RowChoice | null,
): (listed: Rows, known: Part | undefined) => Part {
  const compare = comparedBy(sort)
  const isSameSort = last?.sort === sort
  const isNarrower = isSameSort && last.always === always && isNarrowed(last.matches, matches)
  return (listed, known) => {
    const isKnown = known?.listed === listed
    const sorted = isKnown && isSameSort ? known.sorted : [...listed.values()].sort(compare)
    const from = isKnown && isNarrower ? known.matched : sorted
    return {
      listed,
      sorted,
      matched: matches ? from.filter((row) => always.has(row.id) || matches(row)) : sorted,
      open: isKnown ? known.open : countOf(sorted, isOutside),
    }
  }
}

function countOf(rows: readonly PortRow[], test: (row: PortRow) => boolean): number {
  return rows.reduce((count, row) => count + Number(test(row)), 0)
}

function inOrder(parts: Parts, sort: Sort): readonly PortRow[] {
  return [...parts.values()].flatMap(({ sorted }) => sorted).sort(comparedBy(sort))
}

/** Returns those of all rows that are found, in the order of all. */
function found(sorted: readonly PortRow[], parts: Parts, isFiltered: boolean): readonly PortRow[] {
  if (!isFiltered) return sorted
  const rows = new Set([...parts.values()].flatMap(({ matched }) => matched))
  return sorted.filter((row) => rows.has(row))
}

/** Returns a list in order with the rows of the changed components in place of those that they had. */
function merged(
  last: readonly PortRow[],
  changed: ReadonlySet<string>,
  parts: Parts,
  sort: Sort,
  which: 'sorted' | 'matched',
): readonly PortRow[] {
  if (changed.size === 0) return last
  const compare = comparedBy(sort)
  const stay = last.filter(({ componentId }) => !changed.has(componentId))
  const come = [...changed].flatMap((component) => parts.get(component)?.[which] ?? []).sort(compare)
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
function groupedIds(parts: Parts, isFiltered: boolean): string[] {
  const ids: string[] = []
  for (const [component, { matched }] of parts) {
    if (isFiltered && matched.length === 0) continue
    ids.push(component)
    for (const { id } of matched) ids.push(id)
  }
  return ids
}

function countsOf(parts: Parts): RowCounts {
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
