import { useMemo } from 'react'
import type { PlanDesk } from '../plan/plan-desk'
import type { PlanTarget } from '../plan/plan-target'
import type { GridActions } from '../port-grid/grid-context'
import { switchWish } from '../port-grid/port-switch'
import type { RowStore } from '../port-grid/row-store'

/** Gives what can be done in the rows of one component: every change goes to the desk as a wish. */
export function useGridActions(
  store: RowStore,
  desk: PlanDesk,
  target: PlanTarget,
  openMenu: GridActions['openMenu'],
): GridActions {
  return useMemo(
    () => ({
      toggle(id, field, on) {
        const row = store.row(id)
        if (row) desk.propose(target, { ports: new Map([[row.port.container_port, switchWish(field, on)]]) })
      },
      remove(id) {
        const row = store.row(id)
        if (row) desk.propose(target, { ports: new Map([[row.port.container_port, 'delete']]) })
      },
      openMenu,
      dismissRefusal(id) {
        const row = store.row(id)
        if (row) desk.dismissRefusal(row.serviceId, row.port.container_port)
      },
    }),
    [store, desk, target, openMenu],
  )
}
