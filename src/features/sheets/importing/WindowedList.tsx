import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useRef } from 'react'
import classes from './import.module.css'

interface WindowedListProps<Item extends { readonly id: string }> {
  items: readonly Item[]
  label: string
  /** Pixels of an item, from which the real height is measured. */
  itemHeightPx: number
  children: (item: Item) => ReactNode
}

/** A list that scrolls. Only the items in view are in the document. */
export function WindowedList<Item extends { readonly id: string }>(props: WindowedListProps<Item>) {
  const { items, label, itemHeightPx, children } = props
  const scroller = useRef<HTMLDivElement>(null)
  // eslint-disable-next-line react-hooks/incompatible-library -- What it returns is used here alone, in every render.
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => itemHeightPx,
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: 8,
  })
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- It may hold nothing else by which a keyboard could scroll it.
    <div ref={scroller} className={classes['scroller']} tabIndex={0} role="region" aria-label={label}>
      <div
        role="list"
        aria-label={label}
        className={classes['list']}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
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
