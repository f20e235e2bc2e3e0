import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { watchEntry } from '../../../api/cache-entries'
import { portsQuery } from '../../../api/resources/ports'
import { useNavigationGuard } from '../../../lib/navigation/navigation-guard'
import type { Engine } from '../../change/engine/engine'
import type { Target } from '../../change/engine/target'
import { createDraftStore, type DraftStore } from '../editing/draft-store'
import { confirmedFields, isUnsaved } from '../editing/row-draft'
import { componentOfRow } from '../rows/port-row'
import type { RowStore } from '../rows/row-store'

interface DraftsParts {
  store: RowStore
  engine: Engine
  targetOf: (component: string) => Target | undefined
}

interface Drafts {
  drafts: DraftStore
  unsaved: readonly string[]
}

/**
 * Returns the drafts of the rows and the ids of the unsaved rows. While there are any, leaving the page asks first. The
 * drafts survive every refetch and last until unmounting, so the caller needs what the page shows as its `key`.
 */
export function useDrafts({ store, engine, targetOf }: DraftsParts): Drafts {
  const t = useTranslations('editing')
  const [drafts] = useState(createDraftStore)
  useForgetSaved(drafts, { store, engine, targetOf })
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
function useForgetSaved(drafts: DraftStore, { store, engine, targetOf }: DraftsParts) {
  const client = useQueryClient()
  const edited = useSyncExternalStore(drafts.subscribe, () => componentsOf(drafts).join(' '))
  useEffect(() => {
    const leaves = edited.split(' ').flatMap((component) => {
      const target = targetOf(component)
      if (!target) return []
      const { queryKey } = portsQuery(target.ref)
      const look = () => {
        if (client.getQueryState(queryKey)?.status !== 'success' || engine.isBusy(component)) return
        for (const [id, draft] of drafts.drafts()) {
          const row = componentOfRow(id) === component && draft.sent.size > 0 ? store.row(id) : undefined
          if (row) drafts.forget(id, confirmedFields(row.port, draft))
        }
      }
      // A read that succeeds after a failure may change no row: they already show the response of the write.
      return [engine.subscribe(component, look), store.subscribe(look), watchEntry(client, queryKey, look)]
    })
    return () => {
      for (const leave of leaves) leave()
    }
  }, [client, drafts, store, engine, targetOf, edited])
}

/** Returns the components of which a field is open. */
function componentsOf(drafts: DraftStore): readonly string[] {
  return [...new Set([...drafts.drafts().keys()].map(componentOfRow))]
}
