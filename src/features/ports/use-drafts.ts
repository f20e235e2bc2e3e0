import { useMemo, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { useNavigationGuard } from '../../lib/navigation-guard'
import { createDraftStore, type DraftStore } from '../port-grid/draft-store'
import { isUnsaved } from '../port-grid/row-draft'
import type { RowStore } from '../port-grid/row-store'

/**
 * Gives the drafts of one component's rows, and the ids of the rows in which something is not saved. While there are
 * any, leaving the page asks.
 */
export function useDrafts(store: RowStore): { drafts: DraftStore; unsaved: readonly string[] } {
  const t = useTranslations('editing')
  // The rows of another component have drafts of their own.
  const drafts = useMemo(() => ({ of: store, ...createDraftStore() }), [store])
  const list = useSyncExternalStore(
    (listener) => {
      const leaveDrafts = drafts.subscribe(listener)
      const leaveRows = store.subscribe(listener)
      return () => {
        leaveDrafts()
        leaveRows()
      }
    },
    () => unsavedIds(store, drafts).join(' '),
  )
  const unsaved = useMemo(() => (list === '' ? [] : list.split(' ')), [list])
  useNavigationGuard(unsaved.length > 0, () => window.confirm(t('leave', { count: unsaved.length })))
  return { drafts, unsaved }
}

function unsavedIds(store: RowStore, drafts: DraftStore): string[] {
  return [...drafts.drafts()].flatMap(([id, draft]) => {
    const row = store.row(id)
    return row && isUnsaved(row, draft) ? [id] : []
  })
}
