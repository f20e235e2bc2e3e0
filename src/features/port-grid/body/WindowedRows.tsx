import {
  defaultRangeExtractor,
  type Range,
  useWindowVirtualizer,
  type VirtualItem,
} from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { usePrinting } from '../../../lib/dom/use-printing'
import { GridRow } from './GridRow'
import { useRowFocus } from '../interaction/use-row-focus'
import classes from '../port-grid.module.css'
import type { ColumnId } from '../rows/columns'
import { isGroup } from '../rows/port-row'
import { createSlots } from './slots'
import { useScrollAnchor } from './use-scroll-anchor'

// The same as in port-grid.module.css.
const cardsBelowPx = 700
const rowHeightPx = { table: 44, card: 156, cardGroup: 72 }
const cardGapPx = 8
/** How many rows are rendered beyond those in view, at each end. */
const overscan = 3

interface WindowedRowsProps {
  ids: readonly string[]
  shown: ReadonlySet<ColumnId>
  /** The focused row, if any. */
  focusedId: string | null
  /** The row that gets the focus as soon as it is there. */
  focusOn: { id: string } | null
  /** What the rows are ordered by while further ones arrive: those in view then keep their places. Null otherwise. */
  arrivalOrder: string | null
  /** Called with the ids of the rows in view whenever they are others. */
  onView?: (ids: readonly string[]) => void
}

/**
 * Renders the rows in view, the focused one and the one that gets the focus, wherever they are; all of them for printing.
 */
export function WindowedRows(props: WindowedRowsProps) {
  const { ids, shown, focusedId, focusOn, arrivalOrder, onView } = props
  const group = useRef<HTMLDivElement>(null)
  const [scrollMargin, setScrollMargin] = useState(0)
  /** Pixels of the window that the bar and the grid's header cover. */
  const [covered, setCovered] = useState(0)
  const [hasCards, setHasCards] = useState(false)
  const [slotsFor] = useState(createSlots)
  const isPrinting = usePrinting()
  const focusedIndex = focusedId === null ? -1 : ids.indexOf(focusedId)
  const nextIndex = focusOn === null ? -1 : ids.indexOf(focusOn.id)

  useLayoutEffect(() => {
    // Something above the rows may grow (a banner), so this is measured whenever the page's height changes.
    const measure = () => {
      if (!group.current) return
      const { top, width } = group.current.getBoundingClientRect()
      setScrollMargin(top + window.scrollY)
      setHasCards(width < cardsBelowPx)
      setCovered(coveredBy(group.current.previousElementSibling))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [])

  // With other functions, it would look at every row again.
  const estimateSize = useCallback(
    (index: number) => {
      if (!hasCards) return rowHeightPx.table
      return isGroup(ids[index] ?? '') ? rowHeightPx.cardGroup : rowHeightPx.card
    },
    [ids, hasCards],
  )
  const getItemKey = useCallback((index: number) => ids[index] ?? index, [ids])
  const virtualizer = useWindowVirtualizer({
    count: ids.length,
    estimateSize,
    getItemKey,
    gap: hasCards ? cardGapPx : 0,
    overscan,
    scrollMargin,
    rangeExtractor: (range: Range) =>
      [focusedIndex, nextIndex, stuckGroup(range)].reduce(
        withIndex,
        hasCards ? defaultRangeExtractor(range) : steadyRange(range),
      ),
  })

  /** As many rows wherever the list stands, so that scrolling neither makes nor removes elements. */
  function steadyRange({ startIndex, count }: Range): number[] {
    const room = (virtualizer.scrollRect?.height ?? 0) - covered
    const size = Math.min(count, Math.ceil(room / rowHeightPx.table) + 1 + 2 * overscan)
    const inView = startIndex + Math.floor(covered / rowHeightPx.table)
    const first = Math.min(Math.max(0, inView - overscan), count - size)
    return Array.from({ length: size }, (_, at) => first + at)
  }

  /** The group of the first row in view, which stays in view above it; -1 without one. */
  function stuckGroup({ startIndex }: Pick<Range, 'startIndex'>): number {
    const line = (virtualizer.scrollOffset ?? 0) + covered
    if (line <= scrollMargin || !isGroup(ids[0] ?? '')) return -1
    let index = startIndex
    while (index + 1 < ids.length && (virtualizer.measurementsCache[index + 1]?.start ?? line) < line)
      index += 1
    while (index >= 0 && !isGroup(ids[index] ?? '')) index -= 1
    return index
  }
  const stuck = stuckGroup(virtualizer.range ?? { startIndex: 0 })

  useScrollAnchor(group, ids, arrivalOrder, (index) => virtualizer.measurementsCache[index]?.start)

  useRowFocus(group, focusOn)

  const { startIndex, endIndex } = virtualizer.range ?? { startIndex: 0, endIndex: 0 }
  useEffect(() => onView?.(ids.slice(startIndex, endIndex + 1)), [onView, ids, startIndex, endIndex])

  const last = ids.length - 1
  const height = isPrinting ? undefined : virtualizer.getTotalSize()
  return (
    <div role="rowgroup" ref={group} className={classes['window']} style={{ height }}>
      {isPrinting
        ? ids.map((id, index) => (
            <GridRow key={id} id={id} shown={shown} index={index} isLast={index === last} />
          ))
        : placedRows()}
    </div>
  )

  function placedRows() {
    const items = virtualizer.getVirtualItems()
    const top = ({ index, start }: VirtualItem) => (index === stuck ? undefined : start - scrollMargin)
    // The height of a card depends on its texts, so each is measured.
    if (hasCards)
      return items.map((item) => (
        <GridRow
          key={item.key}
          id={String(item.key)}
          shown={shown}
          index={item.index}
          isLast={item.index === last}
          top={top(item)}
          measure={virtualizer.measureElement}
        />
      ))
    const byId = new Map(items.map((item) => [String(item.key), item]))
    return slotsFor([...byId.keys()], virtualizer.isScrolling).map(({ key, id }) => {
      const item = byId.get(id)
      if (!item) return null
      const { index } = item
      return <GridRow key={key} id={id} shown={shown} index={index} isLast={index === last} top={top(item)} />
    })
  }
}

function withIndex(indexes: number[], index: number): number[] {
  if (index === -1 || indexes.includes(index)) return indexes
  return [...indexes, index].sort((a, b) => a - b)
}

/** Returns the lower edge of a grid's header while that sticks, in pixels from the top of the window. */
function coveredBy(header: Element | null): number {
  if (!(header instanceof HTMLElement)) return 0
  return (Number.parseFloat(getComputedStyle(header).top) || 0) + header.offsetHeight
}
