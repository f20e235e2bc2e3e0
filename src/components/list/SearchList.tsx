import { Button } from '@mantine/core'
import IconInbox from '@tabler/icons-react/icons/IconInbox'
import IconRefresh from '@tabler/icons-react/icons/IconRefresh'
import IconSearchOff from '@tabler/icons-react/icons/IconSearchOff'
import {
  type ReactNode,
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useLocation } from 'wouter'
import { useCommands } from '../../lib/commands'
import { rankMatches } from '../../lib/text/rank-matches'
import { IconButton } from '../IconButton'
import { EmptyNote } from './EmptyNote'
import { ListSkeleton, ListTable } from './ListTable'
import { SearchField } from './SearchField'
import classes from './SearchList.module.css'
import { followListLink, moveInList } from './list-events'
import type { ListColumn, ListItem } from './list-item'

interface SearchListProps {
  /** The name of the table. */
  label: string
  /** The name of the search field. */
  searchLabel: string
  typed: string
  onType: (text: string) => void
  /** The first is that of the name. */
  columns: readonly ListColumn[]
  /** Undefined while they are being loaded. */
  items: readonly ListItem[] | undefined
  /** Why the last read failed; shown above the items that are still there. */
  failure?: ReactNode
  isRefreshing: boolean
  onRefresh: () => void
  words: {
    refresh: string
    loading: string
    /** How many are shown of how many. */
    count: (shown: number, total: number) => string
    /** What to say where there is nothing at all. */
    empty: { title: string; text: string }
    noMatch: (typed: string) => string
    clear: string
  }
  /** What one can do where there is nothing at all, besides reading again. */
  emptyAction?: ReactNode
}

/**
 * A table of links with a search field. From the field, Enter opens the best match and the arrows lead into the table; in
 * it, arrows, Home and End move, and typing goes back to the field. All rows are in the page, so that the browser finds and
 * prints them.
 */
export function SearchList({ typed, onType, columns, items, words, onRefresh, ...props }: SearchListProps) {
  const [, navigate] = useLocation()
  const [isEnterKept, setIsEnterKept] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const table = useRef<HTMLDivElement>(null)
  const countId = useId()

  useCommands([{ id: 'refresh', group: 'view', name: words.refresh, run: onRefresh }])

  const searched = useDeferredValue(typed)
  const matches = useMemo(() => items && rankMatches(items, searched), [items, searched])
  const isSearched = searched.trim() !== ''
  const isSingle = items?.length === 1

  function openBest() {
    const isClear = typed.trim() !== '' || isSingle
    const best = isClear ? rankMatches(items ?? [], typed)[0] : undefined
    if (best?.href !== undefined) navigate(best.href)
  }

  // Enter was pressed before the list was loaded.
  const openKept = useEffectEvent(openBest)
  const isLoaded = items !== undefined
  useEffect(() => {
    if (isEnterKept && isLoaded) openKept()
  }, [isEnterKept, isLoaded])

  function handleType(text: string) {
    onType(text)
    setIsEnterKept(false)
  }

  function handleClear() {
    handleType('')
    field.current?.focus()
  }

  const refresh = (
    <Button onClick={onRefresh} aria-busy={props.isRefreshing}>
      {words.refresh}
    </Button>
  )

  return (
    <div
      className={classes['box']}
      role="presentation"
      onKeyDown={(event) => moveInList(event, field.current, table.current)}
      onClick={(event) => followListLink(event, navigate)}
    >
      <div className={classes['tools']}>
        <SearchField
          field={field}
          label={props.searchLabel}
          describedBy={countId}
          typed={typed}
          onType={handleType}
          onEnter={() => (isLoaded ? openBest() : setIsEnterKept(true))}
        />
        <p id={countId} className={classes['count']} role="status">
          {matches ? words.count(matches.length, items?.length ?? 0) : words.loading}
        </p>
        <IconButton label={words.refresh} size="lg" aria-busy={props.isRefreshing} onClick={onRefresh}>
          <IconRefresh size={18} stroke={1.75} />
        </IconButton>
      </div>
      {props.failure}
      {matches === undefined && props.failure === undefined && <ListSkeleton columns={columns} />}
      {matches !== undefined && matches.length > 0 && (
        <ListTable
          label={props.label}
          columns={columns}
          items={matches}
          hasBest={isSearched || isSingle}
          table={table}
        />
      )}
      {items?.length === 0 && (
        <EmptyNote
          icon={<IconInbox size={32} stroke={1.25} />}
          {...words.empty}
          actions={
            <>
              {props.emptyAction}
              {refresh}
            </>
          }
        />
      )}
      {items !== undefined && items.length > 0 && matches?.length === 0 && (
        <EmptyNote
          icon={<IconSearchOff size={32} stroke={1.25} />}
          title={words.noMatch(searched)}
          actions={<Button onClick={handleClear}>{words.clear}</Button>}
        />
      )}
    </div>
  )
}
