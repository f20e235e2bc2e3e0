import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useDeferredValue, useRef } from 'react'
import classes from './WindowedList.module.css'

interface WindowedListProps<Item extends { readonly id: string }> {
  items: readonly Item[]
  label: string
  /** Pixels of a usual item, until its real height is measured. */
  itemHeightPx: number
  /** Items have controls, by which a keyboard scrolls the list; else the list itself can be focused. */
  hasControls?: boolean
  /** Its items come in a second rendering: what the list appears in, such as a dialog, costs enough for one task. */
  itemsFollow?: boolean
  children: (item: Item) => ReactNode
}

/** A list that scrolls. Only the items in view are in the document. */
export function WindowedList<Item extends { readonly id: string }>({
  items,
  label,
  itemHeightPx,
  hasControls = false,
  itemsFollow = false,
  children,
}: WindowedListProps<Item>) {
  const scroller = useRef<HTMLDivElement>(null)
  // eslint-disable-next-line react-hooks/incompatible-library -- What it returns is used here alone, in every render.
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => itemHeightPx,
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: 8,
  })
  const hasItems = useDeferredValue(true, !itemsFollow)
  const virtualItems = hasItems ? virtualizer.getVirtualItems() : []
  const focusable = hasControls ? {} : { tabIndex: 0, role: 'region', 'aria-label': label }

  return (
    <div ref={scroller} className={classes['scroller']} {...focusable}>
      <div
        role="list"
        aria-label={label}
        className={classes['list']}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualItems.map(({ index, start, key }) => {
          const item = items[index]
          return (
            item && (
              <div
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                role="listitem"
                aria-setsize={items.length}
                aria-posinset={index + 1}
                className={classes['item']}
                style={{ transform: `translateY(${String(start)}px)` }}
              >
                {children(item)}
              </div>
            )
          )
        })}
      </div>
    </div>
  )
}
