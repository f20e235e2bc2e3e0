import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState } from 'react'
import { usePrinting } from '../../lib/dom/use-printing'
import { PortGridRow } from './PortGridRow'
import classes from './port-grid.module.css'
import type { ColumnId } from './rows/columns'

// The same as in port-grid.module.css.
const cardsBelowPx = 700
const rowHeightPx = { table: 44, card: 156 }
const cardGapPx = 8

interface WindowedRowsProps {
  ids: readonly string[]
  shown: ReadonlySet<ColumnId>
  /** The focused row, if any. */
  focusedId: string | null
}

/** Renders the rows in view and the focused one, wherever it has been scrolled to; all of them for printing. */
export function WindowedRows({ ids, shown, focusedId }: WindowedRowsProps) {
  const group = useRef<HTMLDivElement>(null)
  const [scrollMargin, setScrollMargin] = useState(0)
  const [hasCards, setHasCards] = useState(false)
  const isPrinting = usePrinting()
  const focusedIndex = focusedId === null ? -1 : ids.indexOf(focusedId)

  useLayoutEffect(() => {
    // Something above the rows may grow (a banner), so this is measured whenever the page's height changes.
    const measure = () => {
      if (!group.current) return
      const { top, width } = group.current.getBoundingClientRect()
      setScrollMargin(top + window.scrollY)
      setHasCards(width < cardsBelowPx)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [])

  const virtualizer = useWindowVirtualizer({
    count: ids.length,
    estimateSize: () => (hasCards ? rowHeightPx.card : rowHeightPx.table),
    getItemKey: (index) => ids[index] ?? index,
    gap: hasCards ? cardGapPx : 0,
    overscan: 8,
    scrollMargin,
    rangeExtractor: (range: Range) => withIndex(defaultRangeExtractor(range), focusedIndex),
  })

  // One list for both, so that a row keeps its state.
  const placed = isPrinting
    ? ids.map((_, index) => ({ index, place: {} }))
    : virtualizer.getVirtualItems().map(({ index, start }) => ({
        index,
        place: { top: start - scrollMargin, measure: virtualizer.measureElement },
      }))

  return (
    <div
      role="rowgroup"
      ref={group}
      className={classes['window']}
      style={{ height: isPrinting ? undefined : virtualizer.getTotalSize() }}
    >
      {placed.map(({ index, place }) => {
        const id = ids[index]
        return id === undefined ? null : (
          <PortGridRow key={id} id={id} shown={shown} index={index} {...place} />
        )
      })}
    </div>
  )
}

function withIndex(indexes: number[], index: number): number[] {
  if (index === -1 || indexes.includes(index)) return indexes
  return [...indexes, index].sort((a, b) => a - b)
}
