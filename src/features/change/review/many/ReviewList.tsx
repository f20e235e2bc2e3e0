import { useCallback, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { WindowedList } from '../../../../components/list/WindowedList'
import type { Engine } from '../../engine/engine'
import { componentOf } from '../../engine/target'
import type { ListItem } from './list-items'
import { ReviewGroup } from './ReviewGroup'
import { UnplannedItem } from './UnplannedItem'

interface ReviewListProps {
  items: readonly ListItem[]
  /** Nothing has been agreed to: parts can be left out. */
  isFirstLook: boolean
  onLeaveOut: Engine['reviews']['leaveOut']
}

/** Pixels of a closed group. */
const itemHeightPx = 45

/** The components of a review. Only those in view are in the document. */
export function ReviewList({ items, isFirstLook, onLeaveOut }: ReviewListProps) {
  const t = useTranslations('review')
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
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
    <WindowedList items={items} label={t('list')} itemHeightPx={itemHeightPx} hasControls itemsFollow>
      {(item) =>
        item.kind === 'part' ? (
          <ReviewGroup
            part={item.part}
            isOpen={open.has(componentOf(item.part.target))}
            onToggle={toggle}
            onLeaveOut={leaveOut}
          />
        ) : (
          <UnplannedItem item={item} />
        )
      }
    </WindowedList>
  )
}
