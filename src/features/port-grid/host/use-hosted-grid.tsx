import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useState } from 'react'
import { lazyPart } from '../../../components/lazy-part'
import { withLaterMessages } from '../../../i18n/later-messages'
import type { Engine } from '../../change/engine/engine'
import type { Target } from '../../change/engine/target'
import type { GridContext } from '../grid-context'
import { useGridWords } from '../grid-words'
import type { PortRow } from '../rows/port-row'
import type { RowStore } from '../rows/row-store'
import { type OpenMenu, PortMenu } from './PortMenu'
import { takenDomains } from './taken-domains'
import { useDrafts } from './use-drafts'
import { useGridActions } from './use-grid-actions'

const VariablesPopover = lazyPart(
  withLaterMessages(() => import('./VariablesPopover').then((module) => module.VariablesPopover)),
)

interface HostedGridParts {
  store: RowStore
  engine: Engine
  /** Returns the component of a row by its id. The same function until one of them changes. */
  targetOf: (component: string) => Target | undefined
  isReadOnly: boolean
  /** The id of the element that says why nothing can be changed; null if it can. */
  lockedBy: string | null
}

interface HostedGrid {
  /** What `PortGrid` needs besides rows and order. */
  grid: GridContext
  /** The ids of the rows with unsaved text. */
  unsaved: readonly string[]
  /** What opens from the rows; to be rendered beside the grid. */
  menus: ReactNode
}

/** Returns everything that a grid of one component or of many has in common: drafts, changes, menus. */
export function useHostedGrid(parts: HostedGridParts): HostedGrid {
  const { store, engine, targetOf, isReadOnly, lockedBy } = parts
  const client = useQueryClient()
  const words = useGridWords()
  const [menu, setMenu] = useState<OpenMenu | null>(null)
  const [variables, setVariables] = useState<OpenMenu | null>(null)
  const openMenu = useCallback((id: string, button: HTMLButtonElement) => setMenu({ id, button }), [])

  const { drafts, unsaved } = useDrafts({ store, engine, targetOf })
  const actions = useGridActions({ store, drafts, engine, targetOf, openMenu })
  const surroundings = useCallback(
    ({ port, componentId }: PortRow) => {
      const siblings = [...store.rows(componentId).values()].map((row) => row.port)
      const target = targetOf(componentId)
      const taken = target ? takenDomains(client, target.ref, siblings) : new Set<string>()
      return { port, siblings, takenDomains: taken }
    },
    [client, store, targetOf],
  )

  const variablesTarget = variables && targetOf(store.row(variables.id)?.componentId ?? '')
  const menus = (
    <>
      {menu && (
        <PortMenu
          menu={menu}
          store={store}
          words={words}
          isReadOnly={isReadOnly}
          onVariables={setVariables}
          onDelete={actions.remove}
          onClose={() => setMenu(null)}
        />
      )}
      {variables && variablesTarget && (
        <VariablesPopover
          {...variables}
          store={store}
          target={variablesTarget}
          onClose={() => setVariables(null)}
          onDismiss={() => setVariables(null)}
        />
      )}
    </>
  )

  return { grid: { store, actions, words, lockedBy, drafts, surroundings }, unsaved, menus }
}
