import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import type { App } from '../../api/contract/app'
import type { Team } from '../../api/contract/team'
import { appName, regionName } from '../../api/names'
import { sessionQuery } from '../../api/resources/session'
import { lazyPart } from '../../components/lazy-part'
import { StaleNote } from '../../components/notes/StaleNote'
import { Page } from '../../components/page/Page'
import { PageHead } from '../../components/page/PageHead'
import { useFetchAhead } from '../../lib/use-fetch-ahead'
import { useLingering } from '../../lib/timers'
import { ChangesButton } from '../change/notices/ChangesButton'
import { BulkChanges } from '../bulk/BulkChanges'
import type { CopiedRows } from '../copying/CopyDialog'
import { PlanHost } from '../change/review/PlanHost'
import { useEngine, useIsAsked } from '../change/use-engine'
import { PortGrid } from '../port-grid/PortGrid'
import { useFocusOnOpening } from '../port-grid/host/use-focus-on-opening'
import { useGridSearch } from '../port-grid/host/use-grid-search'
import { useHostedGrid } from '../port-grid/host/use-hosted-grid'
import { columns } from '../port-grid/rows/columns'
import { componentOfRow } from '../port-grid/rows/port-row'
import { makeSearchTexts } from '../port-grid/rows/search-text'
import { formatSort, parseSort } from '../port-grid/rows/sort-rows'
import { useShownRows } from '../port-grid/rows/use-shown-rows'
import { useSelection } from '../port-grid/selection/use-selection'
import { useSteadyIds } from '../port-grid/rows/use-steady-ids'
import { SheetTools } from '../sheets/SheetTools'
import { EmptyInventory } from './EmptyInventory'
import { FailedParts } from './FailedParts'
import { GroupHead } from './GroupHead'
import { InventoryToolbar } from './InventoryToolbar'
import { ReadingProgress } from './ReadingProgress'
import classes from './inventory.module.css'
import type { InventoryPlace } from './reading/targets'
import { ColumnFilter } from './column-filter/ColumnFilter'
import { knownValues } from './search/known-values'
import { useSearch } from './search/use-search'
import { useSearchWords } from './search/use-search-words'
import { useInventory } from './use-inventory'
import { paceMs } from './use-inventory-reader'
import { ViewsButton } from './views/ViewsButton'
import type { SavedView } from './views/saved-views'
import { useView } from './use-view'

const CopyDialog = lazyPart(() => import('../copying/CopyDialog').then((module) => module.CopyDialog))

const lockedNoteId = 'inventory-locked'

/** Milliseconds between two renderings of what changes behind a review: nobody works there, and hundreds of ports may change. */
const behindDialogPaceMs = 1000
const allColumns = columns.map(({ id }) => id)

interface InventoryPageProps {
  /** The same object while it is the same place. */
  place: InventoryPlace
  team: Team
  /** The app whose ports these are; null for those of the whole cluster. */
  app: App | null
  /** The page of all ports in the cluster. */
  wholeClusterPath: string
}

/** The ports of every component in a cluster or in an app, in one grid. */
export function InventoryPage({ place, team, app, wholeClusterPath }: InventoryPageProps) {
  const t = useTranslations('inventory')
  const tPorts = useTranslations('ports')
  const tCopying = useTranslations('copying')
  const engine = useEngine()
  const session = useQuery(sessionQuery()).data
  const isReadOnly = Boolean(session?.readOnly || team.read_only)
  const { reader, state, store, targetOf } = useInventory(place)
  const view = useView(app !== null)
  const { filter, deferredFilter, sort, setFilter, setSort, goTo } = useGridSearch(allColumns)
  const { targets } = state
  const { matches, asked, pinyinText, isLacking } = useSearch(deferredFilter, targets)
  const words = useSearchWords()
  const known = useMemo(
    () => ({ keyLabel: words.keyLabel, values: knownValues(targets, store, words.valueLabel), pinyinText }),
    [targets, store, words, pinyinText],
  )

  const lockedBy = isReadOnly ? lockedNoteId : null
  const { grid, unsaved, menus } = useHostedGrid({ store, engine, targetOf, isReadOnly, lockedBy })
  const { isGrouped } = view
  const choice = useMemo(
    () => ({ matches, sort, always: new Set(unsaved), isGrouped }),
    [matches, sort, unsaved, isGrouped],
  )
  const isAsked = useIsAsked()
  const { ids: fresh, counts } = useShownRows(store, choice, isAsked ? behindDialogPaceMs : paceMs)
  const order = `${formatSort(sort) ?? ''} ${String(isGrouped)} ${asked}`
  const isReading = state.phase === 'reading' || state.phase === 'resting'
  // The last rows come with the end of the reading, or right after it.
  const isArriving = useLingering(isReading, 3 * paceMs)
  const ids = useSteadyIds({ fresh, order, isAsked, isArriving })
  const selection = useSelection(isReadOnly)
  const [copied, setCopied] = useState<CopiedRows | null>(null)
  const endCopy = () => setCopied(null)
  const prefer = useCallback(
    (inView: readonly string[]) => reader.prefer([...new Set(inView.map(componentOfRow))]),
    [reader],
  )
  const hasApp = app === null
  const group = useCallback(
    (component: string) => {
      const target = targetOf(component)
      return target && <GroupHead target={target} reader={reader} store={store} hasApp={hasApp} />
    },
    [targetOf, reader, store, hasApp],
  )

  function handleView({ filter: chosen, sort: order, isGrouped: isChosenGrouped, hidden }: SavedView) {
    view.set({ isGrouped: isChosenGrouped, hidden })
    goTo(chosen, parseSort(order, allColumns))
  }

  const isShown = ids.length > 0
  useFocusOnOpening(isShown)
  useFetchAhead(isShown)

  return (
    <Page>
      <PageHead title={app ? t('inApp', { app: appName(app) }) : t('title')}>
        {app && <Link href={wholeClusterPath}>{t('wholeCluster')}</Link>}
      </PageHead>
      {isReadOnly && (
        <p id={lockedNoteId} className={classes['note']}>
          {tPorts('locked')}
        </p>
      )}
      <InventoryToolbar
        filter={filter}
        onFilter={setFilter}
        onFilterFocus={() => void makeSearchTexts(store)}
        known={known}
        words={words}
        views={
          <ViewsButton
            present={{ filter, sort: formatSort(sort) ?? '', isGrouped, hidden: view.hidden }}
            onChoose={handleView}
          />
        }
        counts={counts}
        view={view}
        isReading={isReading}
        onRefresh={reader.refresh}
      >
        <SheetTools
          {...{ ids, store, targetOf, place }}
          placeName={app ? appName(app) : regionName(place.region)}
          locked={isReadOnly ? tPorts('locked') : null}
          more={(ports) => [
            {
              name: tCopying('openPorts', { ports }),
              // A team that is read-only for this person can be copied from.
              blocked: session?.readOnly ? tPorts('locked') : ports === 0 ? tCopying('noPorts') : undefined,
              onChoose: () => setCopied({ rows: { ids, store, targetOf }, place }),
            },
          ]}
        />
        {!isReadOnly && <ChangesButton />}
      </InventoryToolbar>
      {isLacking && <StaleNote />}
      <ReadingProgress state={state} reader={reader} />
      <FailedParts failures={state.failures} isBusy={isReading} reader={reader} />
      {/* Without a match, too: the filters of its columns are in its header. */}
      {(isShown || counts.ports > 0) && (
        <PortGrid
          {...grid}
          selection={selection}
          ids={ids}
          shown={view.shown}
          sort={sort}
          onSort={setSort}
          columnMenu={(column) => (
            <ColumnFilter column={column} search={filter} onSearch={setFilter} known={known} words={words} />
          )}
          group={group}
          arrivalOrder={isArriving ? order : null}
          onView={prefer}
        />
      )}
      {!isShown && (
        <EmptyInventory
          state={state}
          ports={counts.ports}
          filter={deferredFilter}
          shown={view.shown}
          onClear={() => setFilter('')}
          onRetry={() => reader.retry()}
        />
      )}
      <BulkChanges grid={selection} store={store} ids={ids} targetOf={targetOf} place={place} />
      {copied && <CopyDialog {...copied} onClose={endCopy} onDismiss={endCopy} />}
      {menus}
      <PlanHost />
    </Page>
  )
}
