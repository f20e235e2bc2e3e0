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

/** Returns the rows in the order of a column; equal ones stay in the order of their port numbers. */
export function sortRows(rows: Iterable<PortRow>, { column, descending }: Sort): readonly PortRow[] {
  const compare = columns.find(({ id }) => id === column)?.compare ?? byPort
  const sign = descending ? -1 : 1
  return [...rows].sort((a, b) => sign * compare(a, b) || byPort(a, b))
}

/** Reads a sort as the URL holds it, `outer` or `-outer`; anything else means the default. */
export function parseSort(text: string | null): Sort {
  const descending = text?.startsWith('-') ?? false
  const name = descending ? text?.slice(1) : text
  const column = columns.find(({ id }) => id === name)
  return column ? { column: column.id, descending } : defaultSort
}

/** Returns a sort as the URL holds it; null for the default, which the URL omits. */
export function formatSort({ column, descending }: Sort): string | null {
  if (column === defaultSort.column && descending === defaultSort.descending) return null
  return descending ? `-${column}` : column
}
