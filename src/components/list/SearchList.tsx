import { Button } from '@mantine/core'
import {
  type ReactNode,
  type RefObject,
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useLocation } from 'wouter'
import { isInputMethodKey } from '../../lib/dom/input-method'
import { rankMatches } from '../../lib/text/rank-matches'
import { type ListItem, ListRow, ListSkeleton } from './ListRow'
import classes from './SearchList.module.css'
import { followListLink, moveInList } from './list-events'

interface SearchListProps {
  /** Name of the search field. */
  searchLabel: string
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
    /** What to say and do where there is nothing at all. */
    empty: ReactNode
    noMatch: (typed: string) => string
    clear: string
  }
}

/**
 * A list of links with a search field. From the field, Enter opens the best match and the arrows lead into the list; in
 * the list, arrows, Home and End move, and typing goes back to the field. All rows are in the page, so that the browser
 * finds and prints them, and lays out only those in view.
 */
export function SearchList({ searchLabel, items, failure, isRefreshing, onRefresh, words }: SearchListProps) {
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState('')
  const [isEnterKept, setIsEnterKept] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const countId = useId()

  const searched = useDeferredValue(typed)
  const matches = useMemo(() => items && rankMatches(items, searched), [items, searched])

  useEffect(() => {
    // On a touch screen the keyboard would cover the list; and whoever is in another field stays there.
    const hasKeyboard = window.matchMedia('(pointer: fine)').matches
    if (hasKeyboard && document.activeElement === document.body) field.current?.focus({ preventScroll: true })
  }, [])

  function openBest(text: string) {
    const best = text.trim() === '' ? undefined : rankMatches(items ?? [], text)[0]
    if (best?.href !== undefined) navigate(best.href)
  }

  // Enter was pressed before the list was loaded.
  const openKept = useEffectEvent(() => openBest(typed))
  const isLoaded = items !== undefined
  useEffect(() => {
    if (isEnterKept && isLoaded) openKept()
  }, [isEnterKept, isLoaded])

  return (
    <div
      className={classes['box']}
      role="presentation"
      onKeyDown={(event) => moveInList(event, field.current, list.current)}
      onClick={(event) => followListLink(event, navigate)}
    >
      <div className={classes['tools']}>
        <input
          ref={field}
          type="search"
          className={classes['search']}
          aria-label={searchLabel}
          aria-describedby={countId}
          placeholder={searchLabel}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setIsEnterKept(false)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || isInputMethodKey(event.nativeEvent)) return
            if (isLoaded) openBest(typed)
            else setIsEnterKept(true)
          }}
        />
        <Button onClick={onRefresh} aria-busy={isRefreshing}>
          {words.refresh}
        </Button>
      </div>
      <p id={countId} className={classes['count']} role="status">
        {matches ? words.count(matches.length, items?.length ?? 0) : words.loading}
      </p>
      {failure}
      {matches === undefined && failure === undefined && <ListSkeleton />}
      {matches !== undefined && matches.length > 0 && (
        <Rows list={list} items={matches} hasBest={searched.trim() !== ''} />
      )}
      {items?.length === 0 && <div className={classes['nothing']}>{words.empty}</div>}
      {items !== undefined && items.length > 0 && matches?.length === 0 && (
        <div className={classes['nothing']}>
          <p>{words.noMatch(searched)}</p>
          <Button onClick={() => setTyped('')}>{words.clear}</Button>
        </div>
      )}
    </div>
  )
}

interface RowsProps {
  list: RefObject<HTMLUListElement | null>
  items: readonly ListItem[]
  /** Enter opens the first one. */
  hasBest: boolean
}

const atOnce = 60

/** Renders the first rows at once, and the rest when the page is idle. */
function Rows({ list, items, hasBest }: RowsProps) {
  const shown = useDeferredValue(items, items.slice(0, atOnce))
  return (
    <ul ref={list} className={classes['list']}>
      {shown.map((item, index) => (
        <ListRow key={item.id} item={item} isBest={hasBest && index === 0} />
      ))}
    </ul>
  )
}
