import { appName, componentName } from '../../../api/names'
import { isOutside, openRules, type PortRow } from './port-row'

/** Returns a negative number if `a` comes before `b`. */
type Compare = (a: PortRow, b: PortRow) => number

interface Column {
  /** As in the URL and in the messages (`ports.columns`). */
  id: string
  /** Its track in the CSS grid of a wide table, and of one that has little room; null where that leaves it out. */
  width: string
  narrowWidth: string | null
  compare: Compare
  /** What the filter searches. */
  searchText: (row: PortRow) => readonly string[]
}

const collator = new Intl.Collator('en', { numeric: true })

const byText =
  (text: (row: PortRow) => string): Compare =>
  (a, b) =>
    collator.compare(text(a), text(b))

// What is open comes first: that is what one sorts by a switch for.
const byState =
  (open: (row: PortRow) => boolean): Compare =>
  (a, b) =>
    Number(open(b)) - Number(open(a))

/** By number, the order of rows that are equal otherwise. */
export const byPort: Compare = (a, b) =>
  a.port.container_port - b.port.container_port || collator.compare(a.port.protocol, b.port.protocol)

/**
 * The columns of the grid, in order. Header, CSS grid, order and filter come from this table, and `column-cells.tsx`
 * holds the cell of each. The search words of a state are in both languages, so that a link with a filter means the same in
 * either.
 */
export const columns = [
  {
    id: 'app',
    width: 'minmax(104px, 0.8fr)',
    narrowWidth: null,
    compare: byText(({ place }) => (place ? appName(place.app) : '')),
    searchText: ({ place }) => (place ? [place.app.group_name, place.app.k8s_app ?? ''] : []),
  },
  {
    id: 'component',
    width: 'minmax(136px, 1.1fr)',
    narrowWidth: 'minmax(104px, 1fr)',
    compare: byText(({ place }) => (place ? componentName(place.component) : '')),
    searchText: ({ place }) =>
      place
        ? [
            place.component.service_cname,
            place.component.service_alias,
            place.component.k8s_component_name ?? '',
          ]
        : [],
  },
  {
    id: 'status',
    width: '112px',
    narrowWidth: null,
    compare: byText(({ place }) => place?.component.status ?? ''),
    searchText: () => [],
  },
  {
    id: 'port',
    width: '72px',
    narrowWidth: '60px',
    compare: byPort,
    searchText: ({ port }) => [String(port.container_port)],
  },
  {
    id: 'protocol',
    width: '148px',
    narrowWidth: '84px',
    compare: byText(({ port }) => port.protocol),
    searchText: ({ port }) => [port.protocol],
  },
  {
    id: 'alias',
    width: 'minmax(148px, 1fr)',
    narrowWidth: 'minmax(96px, 1fr)',
    compare: byText(({ port }) => port.port_alias),
    searchText: ({ port }) => [port.port_alias],
  },
  {
    id: 'domain',
    width: 'minmax(128px, 0.8fr)',
    narrowWidth: 'minmax(88px, 0.8fr)',
    compare: byText(({ port }) => port.k8s_service_name),
    searchText: ({ port }) => [port.k8s_service_name],
  },
  {
    id: 'inner',
    width: '116px',
    narrowWidth: '110px',
    compare: byState(({ port }) => port.is_inner_service),
    searchText: ({ port }) => (port.is_inner_service ? ['internal inner 对内服务'] : []),
  },
  {
    id: 'outer',
    width: '116px',
    narrowWidth: '110px',
    compare: byState(isOutside),
    searchText: ({ port }) => (port.is_outer_service ? ['external outer 对外服务'] : []),
  },
  {
    id: 'address',
    width: 'minmax(200px, 2.4fr)',
    narrowWidth: 'minmax(140px, 2fr)',
    compare: byText((row) => openRules(row)[0]?.publicAddress ?? '￿'),
    searchText: (row) => openRules(row).map((rule) => rule.publicAddress),
  },
] as const satisfies readonly Column[]

export type ColumnId = (typeof columns)[number]['id']

/** The columns that say which component a port belongs to, in a list of several. */
export const placeColumns = ['app', 'component', 'status'] as const satisfies readonly ColumnId[]

/** The columns of the ports of one component. */
export const portColumns: readonly ColumnId[] = columns
  .map(({ id }) => id)
  .filter((id) => !placeColumns.some((place) => place === id))

/** The track of the row's menu, after the columns. */
const menuWidth = '32px'

/**
 * Returns the tracks of the CSS grid for the shown columns, as variables that the style sheet chooses from by the width of
 * the grid.
 */
export function columnTracks(shown: ReadonlySet<ColumnId>): Readonly<Record<`--${string}`, string>> {
  const list = columns.filter(({ id }) => shown.has(id))
  return {
    '--wide-columns': [...list.map(({ width }) => width), menuWidth].join(' '),
    '--narrow-columns': [...list.flatMap(({ narrowWidth }) => narrowWidth ?? []), menuWidth].join(' '),
  }
}

/**
 * Returns the ids of the columns to show for the ports of one component. The internal domain belongs to the component, and
 * has a column in old data only.
 */
export function shownColumns(hasSeveralDomains: boolean): ReadonlySet<ColumnId> {
  return new Set(portColumns.filter((id) => id !== 'domain' || hasSeveralDomains))
}
