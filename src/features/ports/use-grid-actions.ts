import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { DesiredPort } from '../../domain/model/desired-state'
import type { Engine } from '../change/engine/engine'
import type { Target } from '../change/engine/target'
import type { DraftStore } from '../port-grid/editing/draft-store'
import { desiredOfField, openDraft, savedText } from '../port-grid/editing/row-draft'
import type { GridActions } from '../port-grid/grid-context'
import { desiredOfSwitch } from '../port-grid/rows/port-row'
import type { RowStore } from '../port-grid/rows/row-store'
import { loadTakenDomains } from './reading/taken-domains'

interface GridActionsParts {
  store: RowStore
  drafts: DraftStore
  engine: Engine
  target: Target
  openMenu: GridActions['openMenu']
}

/** Returns what can be done in the rows of one component. Each change of a port is a desired state for the engine. */
export function useGridActions({ store, drafts, engine, target, openMenu }: GridActionsParts): GridActions {
  const client = useQueryClient()
  return useMemo(() => {
    const change = (port: number, desired: Partial<DesiredPort> | 'delete') =>
      void engine.change([target], { ports: new Map([[port, desired]]) })
    return {
      toggle(id, field, on) {
        const row = store.row(id)
        if (row) change(row.port.container_port, desiredOfSwitch(field, on))
      },
      remove(id) {
        const row = store.row(id)
        if (row) change(row.port.container_port, 'delete')
      },
      openMenu,
      dismissRefusal(id) {
        const row = store.row(id)
        if (row) engine.dismissRefusal(row.componentId, row.port.container_port)
      },
      edit(id, field) {
        const row = store.row(id)
        const draft = drafts.drafts().get(id)
        if (!row || openDraft(row, draft)?.texts[field] !== undefined) return
        if (field === 'domain') void loadTakenDomains(client, target.ref)
        drafts.type(id, field, savedText(row.port, field))
      },
      save(id, field) {
        const row = store.row(id)
        if (!row || row.activity.pending) return
        const draft = drafts.tidy(id, field)
        if (!draft) return
        const desired = desiredOfField(row, draft, field)
        if (!desired) {
          drafts.forget(id, [field])
          return
        }
        drafts.markSent(id, field)
        void engine.change([target], desired)
      },
    }
  }, [client, store, drafts, engine, target, openMenu])
}
