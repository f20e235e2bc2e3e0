import { Skeleton } from '@mantine/core'
import { type CSSProperties, type ReactNode, type RefObject, useDeferredValue } from 'react'
import { ListRow } from './ListRow'
import classes from './SearchList.module.css'
import type { ListColumn, ListItem } from './list-item'

/** How many rows are rendered at once. */
const atOnce = 60

interface ListTableProps {
  label: string
  columns: readonly ListColumn[]
  items: readonly ListItem[]
  /** Whether Enter opens the first one. */
  hasBest: boolean
  table: RefObject<HTMLDivElement | null>
}

/** Renders the first rows at once, and the rest when the page is idle; the browser lays out only those in view. */
export function ListTable({ label, columns, items, hasBest, table }: ListTableProps) {
  const shown = useDeferredValue(items, items.slice(0, atOnce))
  return (
    <Frame columns={columns} label={label} table={table}>
      {shown.map((item, index) => (
        <ListRow key={item.id} item={item} columns={columns} isBest={hasBest && index === 0} />
      ))}
    </Frame>
  )
}

const bones = [11, 8, 13, 9, 12, 10]

/** A placeholder with rows of the same size. */
export function ListSkeleton({ columns }: { columns: readonly ListColumn[] }) {
  return (
    <div aria-hidden>
      <Frame columns={columns}>
        {bones.map((width) => (
          <div key={width} className={classes['row']}>
            {columns.map((column, index) => (
              <div key={column.id} className={classes[index === 0 ? 'name' : 'cell']} data-from={column.from}>
                <Skeleton className={classes['bone'] ?? ''} width={`${String(width / (index + 1))}rem`} />
              </div>
            ))}
          </div>
        ))}
      </Frame>
    </div>
  )
}

interface FrameProps {
  columns: readonly ListColumn[]
  label?: string
  table?: RefObject<HTMLDivElement | null>
  children: ReactNode
}

// Not a `table`, whose rows browsers always lay out, seen or not.
function Frame({ columns, label, table, children }: FrameProps) {
  const tracks: CSSProperties & Record<`--${'wide' | 'medium'}-tracks`, string> = {
    '--wide-tracks': tracksOf(columns),
    '--medium-tracks': tracksOf(columns.filter(({ from }) => from !== 'wide')),
  }
  return (
    <div ref={table} role="table" aria-label={label} className={classes['table']} style={tracks}>
      <div role="rowgroup" className={classes['head']}>
        <div role="row">
          {columns.map(({ id, heading, from }) => (
            <div key={id} role="columnheader" data-from={from}>
              {heading}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup">{children}</div>
    </div>
  )
}

function tracksOf(columns: readonly ListColumn[]): string {
  return columns.map(({ width }) => width).join(' ')
}
