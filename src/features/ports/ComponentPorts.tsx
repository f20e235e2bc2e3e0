import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { lazyPart } from '../../components/lazy-part'
import type { Target } from '../change/engine/target'
import { ChangesButton } from '../change/notices/ChangesButton'
import { useEngine, useReview } from '../change/use-engine'
import { GridSkeleton } from '../port-grid/GridSkeleton'
import { PortGrid } from '../port-grid/PortGrid'
import { useGridWords } from '../port-grid/grid-words'
import { componentRows } from '../port-grid/rows/component-rows'
import { isOutside, type PortRow } from '../port-grid/rows/port-row'
import { createRowStore } from '../port-grid/rows/row-store'
import { filterRows } from '../port-grid/rows/search-text'
import { formatSort, sortRows } from '../port-grid/rows/sort-rows'
import { useSteadyIds } from '../port-grid/rows/use-steady-ids'
import { type OpenMenu, PortMenu } from './PortMenu'
import { AddPort } from './adding/AddPort'
import { lockedNoteId } from './head/ComponentNotes'
import classes from './ports.module.css'
import type { IntervalS } from './reading/refresh'
import { takenDomains } from './reading/taken-domains'
import type { ComponentData } from './reading/use-component-data'
import { PortsToolbar } from './toolbar/PortsToolbar'
import { ReadFailure } from './toolbar/ReadFailure'
import { ahead } from '../../lib/fetch-ahead'
import { useSliced } from '../../lib/use-sliced'
import { useFocusOnOpening } from './use-focus-on-opening'
import { useDrafts } from './use-drafts'
import { useGridActions } from './use-grid-actions'
import { useGridSearch } from './use-grid-search'

const EmptyPorts = lazyPart(() => import('./EmptyPorts').then((module) => module.EmptyPorts))
const VariablesPopover = lazyPart(() =>
  import('./VariablesPopover').then((module) => module.VariablesPopover),
)

interface ComponentPortsProps {
  /** The same object until something about it changes. */
  target: Target
  data: ComponentData
  isBusy: boolean
  isReadOnly: boolean
  intervalS: IntervalS
  onInterval: (seconds: IntervalS) => void
}

/** Toolbar and grid of one component. */
export function ComponentPorts(props: ComponentPortsProps) {
  const { target, data, isBusy, isReadOnly, intervalS, onInterval } = props
  const t = useTranslations('ports')
  const client = useQueryClient()
  const engine = useEngine()
  const words = useGridWords()
  const { filter, deferredFilter, sort, setFilter, setSort } = useGridSearch()
  const [menu, setMenu] = useState<OpenMenu | null>(null)
  const [variables, setVariables] = useState<OpenMenu | null>(null)
  const [added, setAdded] = useState<{ id: string; ids: readonly string[] } | null>(null)
  const openMenu = useCallback((id: string, button: HTMLButtonElement) => setMenu({ id, button }), [])

  const { ref, region } = target
  const store = useMemo(
    () => createRowStore(componentRows(client, engine, { ref, region })),
    [client, engine, ref, region],
  )
  const { drafts, unsaved } = useDrafts({ store, engine, componentRef: ref })
  const actions = useGridActions({ store, drafts, engine, target, openMenu })
  const surroundings = useCallback(
    ({ port }: PortRow) => {
      const siblings = [...store.rows().values()].map((row) => row.port)
      return { port, siblings, takenDomains: takenDomains(client, ref, siblings) }
    },
    [client, store, ref],
  )
  const rows = useSyncExternalStore(store.subscribe, store.listed)
  const sorted = useMemo(() => sortRows(rows.values(), sort), [rows, sort])
  // Unsaved and just added rows stay visible, whatever the filter.
  const shown = useMemo(
    () => filterRows(sorted, deferredFilter, new Set([...unsaved, ...(added?.ids ?? [])])),
    [sorted, deferredFilter, unsaved, added],
  )
  const fresh = useMemo(() => shown.map((row) => row.id), [shown])
  const isAsked = useReview() !== null
  const ids = useSteadyIds({ fresh, order: `${formatSort(sort) ?? ''} ${deferredFilter}`, isAsked })
  const shownCount = useMemo(() => ids.filter((id) => rows.has(id)).length, [ids, rows])
  // The cache notifies rows just before observers: this avoids a frame that shows both skeleton and rows.
  const isReady = useSliced(data.status === 'ready' || rows.size > 0)
  useFocusOnOpening(isReady && ids.length > 0)
  useEffect(() => {
    if (isReady) ahead.start()
  }, [isReady])
  const lockedBy = isReadOnly ? lockedNoteId : null
  const grid = { store, actions, drafts, surroundings, words, lockedBy }

  function handleAdded(addedIds: readonly string[]) {
    const [id] = addedIds
    setAdded(id === undefined ? null : { id, ids: addedIds })
  }

  function handleFilter(text: string) {
    setAdded(null)
    setFilter(text)
  }

  return (
    <div className={classes['body']}>
      <PortsToolbar
        filter={filter}
        onFilter={handleFilter}
        counts={
          isReady ? { ports: sorted.length, shown: shownCount, open: sorted.filter(isOutside).length } : null
        }
        intervalS={intervalS}
        onInterval={onInterval}
        isRefreshing={data.isRefreshing}
        waitsFor={isBusy ? t('refresh.waits') : null}
        onRefresh={data.refresh}
        readAt={data.readAt}
        onGiveUp={data.isSlow && !isBusy ? data.giveUp : null}
        failure={isReady && (data.error ?? data.rulesError) && <ReadFailure data={data} />}
      >
        {!isReadOnly && <ChangesButton />}
        <AddPort store={store} target={target} lockedBy={lockedBy} onAdded={handleAdded} />
      </PortsToolbar>
      {!isReady && <GridSkeleton />}
      {isReady && ids.length === 0 && (
        <EmptyPorts
          filter={sorted.length === 0 ? null : deferredFilter}
          isReadOnly={isReadOnly}
          onClear={() => handleFilter('')}
        />
      )}
      {isReady && ids.length > 0 && (
        <PortGrid ids={ids} sort={sort} onSort={setSort} {...grid} focusOn={added} />
      )}
      {menu && (
        <PortMenu
          menu={menu}
          store={store}
          isReadOnly={isReadOnly}
          onVariables={setVariables}
          onDelete={actions.remove}
          onClose={() => setMenu(null)}
        />
      )}
      {variables && (
        <VariablesPopover
          {...variables}
          store={store}
          target={target}
          onClose={() => setVariables(null)}
          onDismiss={() => setVariables(null)}
        />
      )}
    </div>
  )
}
