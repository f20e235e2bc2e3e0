import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { PlanDesk } from '../change/engine/plan-desk'
import type { PlanTarget } from '../change/engine/plan-target'
import type { DraftStore } from '../port-grid/editing/draft-store'
import { desiredOfDraft, openDraft, savedText } from '../port-grid/editing/row-draft'
import type { GridActions } from '../port-grid/grid-context'
import { desiredOfSwitch } from '../port-grid/rows/port-row'
import type { RowStore } from '../port-grid/rows/row-store'
import { loadTakenDomains } from './reading/taken-domains'

interface GridActionsParts {
  store: RowStore
  drafts: DraftStore
  desk: PlanDesk
  target: PlanTarget
  openMenu: GridActions['openMenu']
}

/** Returns the actions of one component's rows; each change becomes a desired state. */
export function useGridActions({ store, drafts, desk, target, openMenu }: GridActionsParts): GridActions {
  const client = useQueryClient()
  return useMemo(
    () => ({
      toggle(id, field, on) {
        const row = store.row(id)
        if (row)
          desk.propose(target, { ports: new Map([[row.port.container_port, desiredOfSwitch(field, on)]]) })
      },
      remove(id) {
        const row = store.row(id)
        if (row) desk.propose(target, { ports: new Map([[row.port.container_port, 'delete']]) })
      },
      openMenu,
      dismissRefusal(id) {
        const row = store.row(id)
        if (row) desk.dismissRefusal(row.componentId, row.port.container_port)
      },
      edit(id, field) {
        const row = store.row(id)
        const draft = drafts.drafts().get(id)
        if (!row || openDraft(row, draft)?.texts[field] !== undefined) return
        if (field === 'domain') void loadTakenDomains(client, target.ref)
        drafts.type(id, field, savedText(row.port, field))
      },
      save(id) {
        const row = store.row(id)
        if (!row || row.activity.pending) return
        const draft = drafts.tidy(id)
        if (!draft) return
        const desired = desiredOfDraft(row, draft)
        if (!desired) {
          drafts.discard(id)
          return
        }
        drafts.markSent(id)
        desk.propose(target, desired)
      },
    }),
    [client, store, drafts, desk, target, openMenu],
  )
}
