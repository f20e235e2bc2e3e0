import { type KeyboardEvent, useDeferredValue, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { nextIndex } from '../../components/combobox/next-index'
import type { Entry } from './entries/entry'
import {
  type Findable,
  type FoundGroup,
  foundGroups,
  searchedFor,
  shownEntries,
} from './entries/found-groups'
import { namesPort } from './entries/port-candidates'

interface ChoiceParts {
  found: Findable
  /** Returns what is there now, which `found` lags behind. */
  latest: () => Findable
  typed: string
  /** Whether the text was entered before there was anything to choose from. */
  isEntered: boolean
  /** Whether something is being read that may be found yet. Asked whenever it matters. */
  isReading: () => boolean
  onChoose: (entry: Entry) => void
}

interface ChoiceState {
  groups: readonly FoundGroup[]
  /** What `groups` were found by: lags behind what is typed while there is much to search. */
  searched: string
  active: Entry | undefined
  /** Enter was pressed, and waits for what is being read. */
  isEnterKept: boolean
  /** To be called before the text changes. */
  forget: () => void
  handleKeyDown: (event: KeyboardEvent) => void
}

/**
 * Finds entries by what is typed, and handles the keys that choose one, after the ARIA pattern of a combobox with a list:
 * the best one is active until the arrows move on. Enter before it is read waits for it.
 */
export function useChoice(parts: ChoiceParts): ChoiceState {
  const { found, latest, typed, isEntered, isReading, onChoose } = parts
  const searched = useDeferredValue(typed)
  const groups = useMemo(() => foundGroups(found, searched), [found, searched])
  const shown = useMemo(() => shownEntries(groups), [groups])
  const [moved, setMoved] = useState<string | null>(null)
  const [isEnterKept, setIsEnterKept] = useState(isEntered)
  const at = Math.max(
    0,
    shown.findIndex(({ id }) => id === moved),
  )
  const active = shown[at]

  /** Chooses the best entry for what is typed, unless a better one may still be read. Returns whether it has. */
  function chooseBest(): boolean {
    const [best] = shownEntries(foundGroups(latest(), typed))
    const isSure = best?.search.name === searchedFor(typed).toLowerCase()
    if (!best || (!isSure && namesPort(typed) && isReading())) return false
    onChoose(best)
    return true
  }

  function enter() {
    if (active && moved === active.id) onChoose(active)
    else if (!chooseBest()) setIsEnterKept(isReading())
  }

  const chooseKept = useEffectEvent(() => {
    if (chooseBest() || !isReading()) setIsEnterKept(false)
  })
  // Each rendering may bring what it waits for.
  useEffect(() => {
    if (!isEnterKept) return
    const soon = setTimeout(() => chooseKept())
    return () => clearTimeout(soon)
  })

  function handleKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter') enter()
    else {
      const next = shown[nextIndex(event.key, at, shown.length - 1) ?? -1]
      if (!next) return
      setMoved(next.id)
      setIsEnterKept(false)
    }
    event.preventDefault()
  }

  function forget() {
    setMoved(null)
    setIsEnterKept(false)
  }

  return { groups, searched, active, isEnterKept, forget, handleKeyDown }
}
