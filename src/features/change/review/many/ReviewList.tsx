import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Engine } from '../../engine/engine'
import { componentOf } from '../../engine/target'
import type { ListItem } from './list-items'
import classes from './many.module.css'
import { ReviewGroup } from './ReviewGroup'
import { UnplannedItem } from './UnplannedItem'

interface ReviewListProps {
  items: readonly ListItem[]
  /** Nothing has been agreed to: parts can be left out. */
  isFirstLook: boolean
  onLeaveOut: Engine['reviews']['leaveOut']
}

/** Pixels of a closed group, from which the real height is measured. */
const itemHeightPx = 45

/** The components of a review. Only those in view are in the document. */
export function ReviewList({ items, isFirstLook, onLeaveOut }: ReviewListProps) {
  const t = useTranslations('review')
  const scroller = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  // eslint-disable-next-line react-hooks/incompatible-library -- What it returns is used here alone, in every render.
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => itemHeightPx,
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: 8,
  })
  const toggle = useCallback(
    (id: string) =>
      setOpen((before) =>
        before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]),
      ),
    [],
  )
  const leaveOut = useMemo(() => {
    if (!isFirstLook) return null
    return (component: string, ports: ReadonlySet<number>) => onLeaveOut(new Map([[component, ports]]))
  }, [isFirstLook, onLeaveOut])

  return (
    <div ref={scroller} className={classes['scroller']}>
      <div
        role="list"
        aria-label={t('list')}
        className={classes['list']}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
          const item = items[index]
          if (!item) return null
          return (
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
              {item.kind === 'part' ? (
                <ReviewGroup
                  part={item.part}
                  isOpen={open.has(componentOf(item.part.target))}
                  onToggle={toggle}
                  onLeaveOut={leaveOut}
                />
              ) : (
                <UnplannedItem item={item} />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
