import { isOutside, openRules, type PortRow } from './port-row'

/** The columns that rows can be sorted by, named as in the URL. */
export const sortColumns = ['port', 'protocol', 'alias', 'domain', 'inner', 'outer', 'address'] as const
export type SortColumn = (typeof sortColumns)[number]

export interface Sort {
  column: SortColumn
  descending: boolean
}

export const defaultSort: Sort = { column: 'port', descending: false }

const collator = new Intl.Collator('en', { numeric: true })

type Compare = (a: PortRow, b: PortRow) => number

const byText =
  (text: (row: PortRow) => string): Compare =>
  (a, b) =>
    collator.compare(text(a), text(b))

// What is open comes first: that is what one sorts by a switch for.
const byState =
  (open: (row: PortRow) => boolean): Compare =>
  (a, b) =>
    Number(open(b)) - Number(open(a))

const byPort: Compare = (a, b) =>
  a.port.container_port - b.port.container_port || collator.compare(a.port.protocol, b.port.protocol)

const compares: Record<SortColumn, Compare> = {
  port: byPort,
  protocol: byText((row) => row.port.protocol),
  alias: byText((row) => row.port.port_alias),
  domain: byText((row) => row.port.k8s_service_name),
  inner: byState((row) => row.port.is_inner_service),
  outer: byState(isOutside),
  address: byText((row) => openRules(row)[0]?.publicAddress ?? '￿'),
}

/** Returns the rows in the order of a column; equal ones stay in the order of their port numbers. */
export function sortRows(rows: Iterable<PortRow>, { column, descending }: Sort): readonly PortRow[] {
  const compare = compares[column]
  const sign = descending ? -1 : 1
  return [...rows].sort((a, b) => sign * compare(a, b) || byPort(a, b))
}

/** Reads a sort as the URL holds it, `outer` or `-outer`; anything else means the default. */
export function parseSort(text: string | null): Sort {
  const descending = text?.startsWith('-') ?? false
  const name = descending ? text?.slice(1) : text
  const column = sortColumns.find((known) => known === name)
  return column ? { column, descending } : defaultSort
}

/** Returns a sort as the URL holds it; null for the default, which the URL omits. */
export function formatSort({ column, descending }: Sort): string | null {
  if (column === defaultSort.column && descending === defaultSort.descending) return null
  return descending ? `-${column}` : column
}
