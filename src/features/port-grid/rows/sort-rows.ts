import { byPort, type ColumnId, columns } from './columns'
import type { PortRow } from './port-row'

export interface Sort {
  column: ColumnId
  descending: boolean
}

export const defaultSort: Sort = { column: 'port', descending: false }

/** Returns the order after a press on a column: its own, and the reverse when it was that already. */
export function nextSort(sort: Sort, column: ColumnId): Sort {
  return { column, descending: sort.column === column && !sort.descending }
}

/**
 * Returns what compares two rows in the order of a column. Equal ones come in the order of their port numbers, and those of
 * several components in that of their ids: no two rows are equal.
 */
export function comparedBy({ column, descending }: Sort): (a: PortRow, b: PortRow) => number {
  const compare = columns.find(({ id }) => id === column)?.compare ?? byPort
  const sign = descending ? -1 : 1
  return (a, b) => sign * compare(a, b) || byPort(a, b) || (a.id < b.id ? -1 : Number(a.id > b.id))
}

/** Reads a sort as the URL holds it, `outer` or `-outer`; anything else, or a column that is not `offered`, means the default. */
export function parseSort(text: string | null, offered: readonly ColumnId[]): Sort {
  const descending = text?.startsWith('-') ?? false
  const name = descending ? text?.slice(1) : text
  const column = offered.find((id) => id === name)
  return column ? { column, descending } : defaultSort
}

/** Returns a sort as the URL holds it; null for the default, which the URL omits. */
export function formatSort({ column, descending }: Sort): string | null {
  if (column === defaultSort.column && descending === defaultSort.descending) return null
  return descending ? `-${column}` : column
}
