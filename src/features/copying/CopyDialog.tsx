import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslations } from 'use-intl'
import { Dialog } from '../../components/overlay/Dialog'
import { useKeptFocus } from '../../lib/dom/focus'
import { type GridRows, portsOfRows, type TargetPorts } from '../port-grid/rows/target-ports'
import comparingClasses from '../sheets/comparing/comparing.module.css'
import { useComparedReview } from '../sheets/comparing/use-compared-review'
import { unreadOf } from '../sheets/exporting/unread'
import type { SheetPlace } from '../sheets/sheet-place'
import { ChosenCopy } from './ChosenCopy'
import { CopyForm } from './CopyForm'
import { type Origin, originOf } from './destination'
import { type CopyChoice, usualSettings } from './SettingsFields'
import { useDestination } from './use-destination'
import { useReadPlaces } from './use-read-places'

export interface CopiedRows {
  rows: GridRows
  /** The place that the rows are all of, as far as it has been read; undefined where all that are meant are there. */
  place?: SheetPlace | undefined
}

interface CopyDialogProps extends CopiedRows {
  onClose: () => void
}

/** Copies settings of ports to other components: where to, what differs there, and then the review. */
export function CopyDialog({ rows, place, onClose }: CopyDialogProps) {
  const client = useQueryClient()
  // What was there when it was asked for: rows come and go.
  const [{ origin, ...opened }] = useState(() => {
    const sources = portsOfRows(rows)
    const unread = place && unreadOf(client, place)
    const isPartial = unread !== undefined && (unread.components > 0 || unread.lacksLists)
    return { sources, origin: originOf(sources), isPartial }
  })
  const [opener] = useState(() => document.activeElement)

  // The focus can't leave the dialog before it is closed. What opened it may have gone, such as the bar of selected rows.
  function close() {
    flushSync(onClose)
    const isThere = opener instanceof HTMLElement && opener !== document.body && opener.isConnected
    const next = isThere ? opener : document.querySelector<HTMLElement>('[role="grid"]')
    next?.focus({ preventScroll: true })
  }

  return origin && <OpenedDialog {...opened} origin={origin} onClose={close} />
}

interface OpenedDialogProps {
  sources: readonly TargetPorts[]
  origin: Origin
  isPartial: boolean
  onClose: () => void
}

/** Hidden while its review is shown, it keeps what was chosen and found. */
function OpenedDialog({ sources, origin, isPartial, onClose }: OpenedDialogProps) {
  const t = useTranslations('copying')
  const [choice, setChoice] = useState<CopyChoice>({ fields: new Set(usualSettings), addsMissing: false })
  const { fields, isSameTeam, destination } = useDestination(origin)
  const reading = useReadPlaces(sources)
  const { isShown, review } = useComparedReview()
  const content = useKeptFocus<HTMLDivElement>()
  const ports = sources.reduce((total, source) => total + source.ports.size, 0)
  const step = { sources, choice, onChoice: setChoice, isSameTeam, reading, onClose }
  return (
    <Dialog opened={!isShown} onClose={onClose} title={t('title', { ports })} size="xl">
      <div ref={content} tabIndex={-1} className={comparingClasses['content']}>
        {reading.phase.name === 'read' ? (
          <ChosenCopy {...step} read={reading.phase} review={review} />
        ) : (
          <CopyForm {...step} levels={fields} destination={destination} isPartial={isPartial} />
        )}
      </div>
    </Dialog>
  )
}
