import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { DesiredPort, DesiredState } from '../../../domain/model/desired-state'
import type { Engine } from '../../change/engine/engine'
import type { Target } from '../../change/engine/target'
import type { DraftStore } from '../editing/draft-store'
import { desiredOfField, openDraft, savedText } from '../editing/row-draft'
import type { GridActions } from '../grid-context'
import { desiredOfSwitch, type PortRow } from '../rows/port-row'
import type { RowStore } from '../rows/row-store'
import { loadTakenDomains } from './taken-domains'

interface GridActionsParts {
  store: RowStore
  drafts: DraftStore
  engine: Engine
  targetOf: (component: string) => Target | undefined
  openMenu: GridActions['openMenu']
}

/** Returns what can be done in the rows. Each change of a port is a desired state for the engine. */
export function useGridActions({ store, drafts, engine, targetOf, openMenu }: GridActionsParts): GridActions {
  const client = useQueryClient()
  return useMemo(() => {
    function change(row: PortRow, desired: DesiredState) {
      const target = targetOf(row.componentId)
      if (target) void engine.change([target], desired)
    }
    const changePort = (row: PortRow, desired: Partial<DesiredPort> | 'delete') =>
      change(row, { ports: new Map([[row.port.container_port, desired]]) })

    return {
      toggle(id, field, on) {
        const row = store.row(id)
        if (row) changePort(row, desiredOfSwitch(field, on))
      },
      remove(id) {
        const row = store.row(id)
        if (row) changePort(row, 'delete')
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
        const target = field === 'domain' ? targetOf(row.componentId) : undefined
        if (target) void loadTakenDomains(client, target.ref)
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
        change(row, desired)
      },
    }
  }, [client, store, drafts, engine, targetOf, openMenu])
}
