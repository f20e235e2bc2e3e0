import { useQueryClient } from '@tanstack/react-query'
import { watchEntry } from '../../api/cache-entries'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import type { ComponentRef } from '../../api/paths'
import { portsQuery } from '../../api/resources/ports'
import { useNavigationGuard } from '../../lib/navigation/navigation-guard'
import type { Engine } from '../change/engine/engine'
import { createDraftStore, type DraftStore } from '../port-grid/editing/draft-store'
import { confirmedFields, isUnsaved } from '../port-grid/editing/row-draft'
import type { RowStore } from '../port-grid/rows/row-store'

interface DraftsParts {
  store: RowStore
  engine: Engine
  /** Ids, as query keys have them. */
  componentRef: ComponentRef
}

interface Drafts {
  drafts: DraftStore
  unsaved: readonly string[]
}

/**
 * Returns the drafts of one component's rows and the ids of the unsaved rows. While there are any, leaving the page asks
 * first. The drafts survive every refetch and last until unmounting, so the caller needs the component as its `key`.
 */
export function useDrafts({ store, engine, componentRef }: DraftsParts): Drafts {
  const t = useTranslations('editing')
  const [drafts] = useState(createDraftStore)
  useForgetSaved(drafts, { store, engine, componentRef })
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

/**
 * Forgets for good what was saved, as soon as it was read back: a value that changes again later, by an undo or by
 * somebody else, is not what this person types. What was refused, left or could not be read back is kept.
 */
function useForgetSaved(drafts: DraftStore, { store, engine, componentRef }: DraftsParts) {
  const client = useQueryClient()
  useEffect(() => {
    function look() {
      if (![...drafts.drafts().values()].some(({ sent }) => sent.size > 0)) return
      const isRead = client.getQueryState(portsQuery(componentRef).queryKey)?.status === 'success'
      if (!isRead || engine.isBusy(componentRef.component)) return
      for (const [id, draft] of drafts.drafts()) {
        const row = store.row(id)
        if (row) drafts.forget(id, confirmedFields(row.port, draft))
      }
    }
    const leaveEngine = engine.subscribe(componentRef.component, look)
    const leaveRows = store.subscribe(look)
    // A read that succeeds after a failure may change no row: they already show the response of the write.
    const leaveReads = watchEntry(client, portsQuery(componentRef).queryKey, look)
    return () => {
      leaveEngine()
      leaveRows()
      leaveReads()
    }
  }, [client, drafts, store, engine, componentRef])
}
