import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { lazyPart } from '../../components/lazy-part'
import { useFetchAhead } from '../../lib/use-fetch-ahead'
import { useSliced } from '../../lib/use-sliced'
import type { Target } from '../change/engine/target'
import { BulkChanges } from '../bulk/BulkChanges'
import { ChangesButton } from '../change/notices/ChangesButton'
import { useEngine, useIsAsked } from '../change/use-engine'
import { GridSkeleton } from '../port-grid/GridSkeleton'
import { PortGrid } from '../port-grid/PortGrid'
import { useSeveralDomains } from '../port-grid/editing/use-several-domains'
import { useGridSearch } from '../port-grid/host/use-grid-search'
import { useHostedGrid } from '../port-grid/host/use-hosted-grid'
import { portColumns, shownColumns } from '../port-grid/rows/columns'
import { componentRows } from '../port-grid/rows/component-rows'
import { createRowStore } from '../port-grid/rows/row-store'
import { matcherOf } from '../port-grid/rows/search-text'
import { formatSort } from '../port-grid/rows/sort-rows'
import { useShownRows } from '../port-grid/rows/use-shown-rows'
import { useSelection } from '../port-grid/selection/use-selection'
import { useSteadyIds } from '../port-grid/rows/use-steady-ids'
import { AddPort } from './adding/AddPort'
import { NoSuchPort } from './NoSuchPort'
import { lockedNoteId } from './head/ComponentNotes'
import classes from './ports.module.css'
import type { IntervalS } from './reading/refresh'
import type { ComponentData } from './reading/use-component-data'
import { PortsToolbar } from './toolbar/PortsToolbar'
import { ReadFailure } from './toolbar/ReadFailure'
import { useFocusOnOpening } from '../port-grid/host/use-focus-on-opening'
import { type Landing, useLanding } from '../port-grid/host/use-landing'

const EmptyPorts = lazyPart(() => import('./EmptyPorts').then((module) => module.EmptyPorts))
interface AddedRows {
  id: string
  ids: readonly string[]
  /** Which landing was the last one before. */
  after: Landing | null
}

interface ComponentPortsProps {
  /** The same object until something about it changes. */
  target: Target
  data: ComponentData
  isReadOnly: boolean
  intervalS: IntervalS
  onInterval: (seconds: IntervalS) => void
}

/** Toolbar and grid of one component. */
export function ComponentPorts(props: ComponentPortsProps) {
  const { target, data, isReadOnly, intervalS, onInterval } = props
  const client = useQueryClient()
  const engine = useEngine()
  const { filter, deferredFilter, sort, setFilter, setSort } = useGridSearch(portColumns)
  const [added, setAdded] = useState<AddedRows | null>(null)

  const { ref, region } = target
  const { component } = ref
  const store = useMemo(
    () => createRowStore(componentRows(client, engine, { ref, region })),
    [client, engine, ref, region],
  )
  const landing = useLanding(component)
  const isNew = added !== null && added.after === landing
  const targetOf = useCallback(() => target, [target])
  const lockedBy = isReadOnly ? lockedNoteId : null
  const { grid, unsaved, menus } = useHostedGrid({ store, engine, targetOf, isReadOnly, lockedBy })
  const hasSeveralDomains = useSeveralDomains(store, component)
  const columns = useMemo(() => shownColumns(hasSeveralDomains), [hasSeveralDomains])
  const choice = useMemo(
    // Unsaved and just added rows stay visible, whatever the filter, and so does the one that the address asks for.
    () => ({
      matches: matcherOf(deferredFilter),
      sort,
      always: new Set([...unsaved, ...(added?.ids ?? []), ...(landing ? [landing.id] : [])]),
      isGrouped: false,
    }),
    [deferredFilter, sort, unsaved, added, landing],
  )
  const { ids: fresh, counts } = useShownRows(store, choice, 0)
  const isAsked = useIsAsked()
  const ids = useSteadyIds({ fresh, order: `${formatSort(sort) ?? ''} ${deferredFilter}`, isAsked })
  const shown = ids === fresh ? ids.length : ids.filter((id) => store.row(id)).length
  // The cache notifies rows just before observers: this avoids a frame that shows both skeleton and rows.
  const isReady = useSliced(data.status === 'ready' || counts.ports > 0)
  const isShown = isReady && ids.length > 0
  const selection = useSelection(isReadOnly)
  const isLanding = landing !== null && store.row(landing.id) !== undefined
  useFocusOnOpening(isShown && !isLanding)
  useFetchAhead(isReady)

  function handleAdded(addedIds: readonly string[]) {
    const [id] = addedIds
    setAdded(id === undefined ? null : { id, ids: addedIds, after: landing })
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
        counts={isReady ? { ...counts, shown } : null}
        intervalS={intervalS}
        onInterval={onInterval}
        componentRef={ref}
        failure={isReady && (data.error ?? data.rulesError) && <ReadFailure data={data} />}
      >
        {!isReadOnly && <ChangesButton />}
        <AddPort store={store} target={target} lockedBy={lockedBy} onAdded={handleAdded} />
      </PortsToolbar>
      {landing && isReady && !isLanding && <NoSuchPort componentRef={ref} port={landing.port} />}
      {!isReady && <GridSkeleton />}
      {isReady && ids.length === 0 && (
        <EmptyPorts
          filter={counts.ports === 0 ? null : deferredFilter}
          isReadOnly={isReadOnly}
          onClear={() => handleFilter('')}
        />
      )}
      {isShown && (
        <PortGrid
          ids={ids}
          shown={columns}
          sort={sort}
          onSort={setSort}
          {...grid}
          selection={selection}
          focusOn={isNew ? added : landing}
        />
      )}
      {isReady && <BulkChanges grid={selection} store={store} ids={ids} targetOf={targetOf} />}
      {menus}
    </div>
  )
}
