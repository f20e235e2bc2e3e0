import { type FocusEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslations } from 'use-intl'
import { lazyPart } from '../../components/lazy-part'
import { withLaterMessages } from '../../i18n/later-messages'
import { SkeletonRows } from './GridSkeleton'
import { GridRow } from './body/GridRow'
import { CopyBubble } from './addresses/CopyBubble'
import { useAddressButtons } from './addresses/use-address-buttons'
import { type GridContext, GridProvider } from './grid-context'
import { guardDoubleClicks } from './interaction/double-click-guard'
import { GridHeader } from './header/GridHeader'
import { SortChooser } from './header/SortChooser'
import { followLink } from './interaction/follow-link'
import { useRovingFocus } from './interaction/use-roving-focus'
import { useRowFocus } from './interaction/use-row-focus'
import classes from './port-grid.module.css'
import { type ColumnId, columnTracks } from './rows/columns'
import { isGroup } from './rows/port-row'
import type { Sort } from './rows/sort-rows'

/** Below this number, all rows are in the document, so that find-in-page and printing work. */
const windowedAbove = 100

const AddressesPopover = lazyPart(
  withLaterMessages(() => import('./addresses/AddressesPopover').then((module) => module.AddressesPopover)),
)
const WindowedRows = lazyPart(
  () => import('./body/WindowedRows').then((module) => module.WindowedRows),
  SkeletonRows,
)

interface PortGridProps extends GridContext {
  /** The ids of the visible rows, in order. */
  ids: readonly string[]
  /** The columns to show. */
  shown: ReadonlySet<ColumnId>
  sort: Sort
  onSort: (sort: Sort) => void
  /** Further controls in the header of a column, with a `tabIndex` of -1. */
  columnMenu?: (id: ColumnId) => ReactNode
  /** The row that gets the focus as soon as it is there; a new object focuses again. */
  focusOn?: { id: string } | null
  /** What the rows are ordered by while further ones arrive: those in view then keep their places. */
  arrivalOrder?: string | null
  /** Called with the ids of the rows in view whenever they are others. The same function for all renderings. */
  onView?: (ids: readonly string[]) => void
}

/** The grid of ports. `ids` selects and orders the rows, `store` holds their data. */
export function PortGrid({
  ids,
  shown,
  sort,
  onSort,
  columnMenu,
  store,
  actions,
  words,
  lockedBy,
  drafts,
  surroundings,
  group,
  selection = null,
  focusOn = null,
  arrivalOrder = null,
  onView,
}: PortGridProps) {
  const t = useTranslations('ports')
  const [focusedId, setFocusedId] = useState<string | null>(null)
  const context = useMemo(
    () => ({ store, actions, words, lockedBy, drafts, surroundings, selection, ...(group && { group }) }),
    [store, actions, words, lockedBy, drafts, surroundings, selection, group],
  )
  const tracks = useMemo(() => columnTracks(shown), [shown])
  const buttons = useAddressButtons()
  const windowed = ids.length > windowedAbove
  const grid = useRef<HTMLDivElement>(null)

  useEffect(guardDoubleClicks, [])
  useEffect(() => {
    if (!windowed) onView?.(ids)
  }, [windowed, ids, onView])

  useRowFocus(grid, windowed ? null : focusOn)

  const roving = useRovingFocus(grid, {
    ids,
    // The focused row is always in the document, so a row that is about to get the focus is rendered first.
    reveal: (id) => flushSync(() => setFocusedId(id)),
    dismiss(id) {
      if (store.row(id)?.activity.refusal) actions.dismissRefusal(id)
      else selection?.loaded?.selection.clear()
    },
  })

  function handleFocus(event: FocusEvent<HTMLElement>) {
    setFocusedId(event.target.closest<HTMLElement>('[data-id]')?.dataset['id'] ?? null)
    roving.onFocus(event)
  }

  return (
    <GridProvider value={context}>
      <div className={classes['frame']} style={tracks}>
        <SortChooser shown={shown} sort={sort} onSort={onSort} />
        <div
          ref={grid}
          role="grid"
          aria-label={t('names.grid')}
          aria-multiselectable={selection ? true : undefined}
          data-selectable={selection ? true : undefined}
          data-grouped={group && ids.some(isGroup) ? true : undefined}
          aria-rowcount={windowed ? ids.length + 1 : undefined}
          className={classes['grid']}
          onClick={(event) => {
            buttons.handleClick(event)
            followLink(event)
          }}
          onPointerDown={roving.onPointerDown}
          onKeyDown={(event) => {
            roving.onKeyDown(event)
            selection?.loaded?.onKeyDown(event)
          }}
          onFocus={handleFocus}
          onBlur={() => setFocusedId(null)}
          tabIndex={roving.tabIndex}
        >
          <div role="rowgroup" className={classes['headerGroup']}>
            <GridHeader
              shown={shown}
              sort={sort}
              onSort={onSort}
              columnMenu={columnMenu}
              {...(windowed ? { ariaRowIndex: 1 } : {})}
            />
          </div>
          {windowed ? (
            <WindowedRows
              ids={ids}
              shown={shown}
              focusedId={focusedId}
              focusOn={focusOn}
              arrivalOrder={arrivalOrder}
              {...(onView && { onView })}
            />
          ) : (
            <div role="rowgroup">
              {ids.map((id, at) => (
                <GridRow key={id} id={id} shown={shown} isLast={at === ids.length - 1} />
              ))}
            </div>
          )}
        </div>
        <CopyBubble copying={buttons.copying} onGone={buttons.forgetCopying} />
      </div>
      {buttons.openPublicAddresses && (
        <AddressesPopover
          {...buttons.openPublicAddresses}
          onClose={buttons.closeAddresses}
          onDismiss={buttons.closeAddresses}
        />
      )}
    </GridProvider>
  )
}
