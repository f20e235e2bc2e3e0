import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { usePrinting } from '../../lib/dom/use-printing'
import classes from './lists.module.css'

interface Column {
  id: string
  heading: string
}

interface WindowedListProps<Item> {
  /** The name of the table. */
  label: string
  /** Which tracks its columns have, see lists.module.css. */
  look: 'addresses' | 'inconsistencies' | 'nodePorts'
  columns: readonly Column[]
  items: readonly Item[]
  /** Returns the cells of a row, one for each column. */
  cells: (item: Item) => readonly ReactNode[]
}

/** Pixels of a row of one line, from which the real height is measured. */
const rowHeightPx = 44

/** A table of rows of any height, of which only those in view are in the document; all of them for printing. */
export function WindowedList<Item extends { readonly id: string }>({
  label,
  look,
  columns,
  items,
  cells,
}: WindowedListProps<Item>) {
  const body = useRef<HTMLDivElement>(null)
  const [scrollMargin, setScrollMargin] = useState(0)
  const isPrinting = usePrinting()

  useLayoutEffect(() => {
    const measure = () => {
      if (body.current) setScrollMargin(body.current.getBoundingClientRect().top + window.scrollY)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [])

  const virtualizer = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => rowHeightPx,
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: 10,
    scrollMargin,
  })
  const placed = isPrinting
    ? items.map((_, index) => ({ index, top: undefined }))
    : virtualizer.getVirtualItems().map(({ index, start }) => ({ index, top: start - scrollMargin }))

  return (
    <div
      role="table"
      aria-label={label}
      aria-rowcount={items.length + 1}
      className={classes['table']}
      data-look={look}
    >
      <div role="rowgroup" className={classes['head']}>
        <div role="row" className={classes['line']} aria-rowindex={1}>
          {columns.map(({ id, heading }) => (
            <div key={id} role="columnheader" data-column={id}>
              {heading}
            </div>
          ))}
        </div>
      </div>
      <div
        role="rowgroup"
        ref={body}
        className={classes['rows']}
        style={{ height: isPrinting ? undefined : virtualizer.getTotalSize() }}
      >
        {placed.map(({ index, top }) => {
          const item = items[index]
          if (!item) return null
          const contents = cells(item)
          return (
            <div
              key={item.id}
              role="row"
              ref={virtualizer.measureElement}
              data-index={index}
              aria-rowindex={index + 2}
              className={classes['row']}
              style={top === undefined ? undefined : { position: 'absolute', top }}
            >
              <div className={classes['line']} role="presentation">
                {columns.map(({ id }, at) => (
                  <div key={id} role="cell" data-column={id}>
                    {contents[at]}
                  </div>
                ))}
              </div>
            </div>
          )
        })}
      </div>
    </div>
  )
}
