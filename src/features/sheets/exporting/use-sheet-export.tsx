import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { lazyPart } from '../../../components/lazy-part'
import { StaleNote } from '../../../components/notes/StaleNote'
import type { SheetFormat } from '../../../domain/sheet/sheet'
import { withLaterMessages } from '../../../i18n/later-messages'
import { fetchPart } from '../../../lib/lazy-page'
import type { SheetPlace } from '../sheet-place'
import { sheetRows } from './sheet-rows'
import type { GridRows } from '../../port-grid/rows/target-ports'
import { unreadOf } from './unread'

const ExportNote = lazyPart(
  withLaterMessages(() => import('./ExportNote').then((module) => module.ExportNote)),
)

interface SheetExport {
  /** Saves the rows, after saying what is missing from them, if anything is. */
  save: (format: SheetFormat) => void
  /** To be rendered: what has to be said about it. */
  note: ReactNode
}

/**
 * Returns what saves rows of a grid as a sheet. With `place`, they are all of that place that a filter leaves; without, all
 * that were asked for are there.
 */
export function useSheetExport(asked: GridRows, place?: SheetPlace): SheetExport {
  const client = useQueryClient()
  const [format, setFormat] = useState<SheetFormat | null>(null)
  const [hasFailed, setHasFailed] = useState(false)

  async function write(chosen: SheetFormat) {
    setFormat(null)
    setHasFailed(false)
    try {
      const { saveSheet } = await fetchPart(() => import('./save-sheet'))
      await saveSheet(asked, chosen)
    } catch {
      setHasFailed(true)
    }
  }

  function look() {
    const { rows, old } = sheetRows(asked)
    const unread = place ? unreadOf(client, place) : { components: old, lacksLists: false }
    return { ports: rows.length, missing: unread.components, lacksLists: unread.lacksLists }
  }

  function save(chosen: SheetFormat) {
    const { missing, lacksLists } = look()
    if (missing > 0 || lacksLists) setFormat(chosen)
    else void write(chosen)
  }

  const note = (
    <>
      {format !== null && (
        <ExportNote {...look()} onSave={() => void write(format)} onDismiss={() => setFormat(null)} />
      )}
      {hasFailed && <StaleNote onDismiss={() => setHasFailed(false)} />}
    </>
  )
  return { save, note }
}
