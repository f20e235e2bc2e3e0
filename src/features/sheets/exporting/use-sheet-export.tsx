import { type ReactNode, useState } from 'react'
import { lazyPart } from '../../../components/lazy-part'
import { StaleNote } from '../../../components/notes/StaleNote'
import type { SheetFormat } from '../../../domain/sheet/sheet'
import { withLaterMessages } from '../../../i18n/later-messages'
import { fetchPart } from '../../../lib/lazy-page'
import { type RowsToExport, sheetRows } from './sheet-rows'

const ExportNote = lazyPart(
  withLaterMessages(() => import('./ExportNote').then((module) => module.ExportNote)),
)

/** What a list hasn't read, so that nobody knows which ports are missing from it. */
export interface Unread {
  components: number
  /** Not every app, or not every component of each, is known. */
  lacksLists: boolean
}

interface SheetExport {
  /** Saves the rows, after saying what is missing from them, if anything is. */
  save: (format: SheetFormat) => void
  /** To be rendered: what has to be said about it. */
  note: ReactNode
}

/** Returns what saves rows of a grid as a sheet. Without `unread`, all rows that are asked for are there. */
export function useSheetExport(asked: RowsToExport, unread?: Unread): SheetExport {
  const [format, setFormat] = useState<SheetFormat | null>(null)
  const [hasFailed, setHasFailed] = useState(false)
  const lacksLists = unread?.lacksLists ?? false

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
    return { ports: rows.length, missing: Math.max(unread?.components ?? 0, old) }
  }

  function save(chosen: SheetFormat) {
    if (look().missing > 0 || lacksLists) setFormat(chosen)
    else void write(chosen)
  }

  const note = (
    <>
      {format !== null && (
        <ExportNote
          {...look()}
          lacksLists={lacksLists}
          onSave={() => void write(format)}
          onDismiss={() => setFormat(null)}
        />
      )}
      {hasFailed && <StaleNote onDismiss={() => setHasFailed(false)} />}
    </>
  )
  return { save, note }
}
