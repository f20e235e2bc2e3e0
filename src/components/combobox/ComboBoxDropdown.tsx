import { Button, type ComboboxStore } from '@mantine/core'
import { useMemo } from 'react'
import type { Choice } from '../choice'
import classes from './ComboBox.module.css'
import { OptionsDropdown } from './OptionsDropdown'

/** More would be slow to open, and nobody reads on: typing finds the rest. */
const mostShown = 200

interface ComboBoxDropdownProps {
  /** The field that it belongs to. */
  anchor: HTMLInputElement
  store: ComboboxStore
  listId: string
  label: string
  /** Null while they are not known. */
  matches: readonly Choice[] | null
  /** How many choices there are, found by what is typed or not. */
  total: number
  chosenId: string | undefined
  isTyped: boolean
  /** What to say where there is no match. */
  message: string
  more: (total: number) => string
  retry: { label: string; onRetry: () => void } | null
  onActive: (optionId: string | null) => void
  onChoose: (choice: Choice) => void
}

/** What opens below the field of a picker: the choices, or why there are none. */
export function ComboBoxDropdown(props: ComboBoxDropdownProps) {
  const { matches, total, chosenId, isTyped, message, more, retry, onActive, ...dropdown } = props
  const { store } = dropdown
  const shown = useMemo(
    () => mostRelevant(matches ?? [], isTyped ? undefined : chosenId),
    [matches, isTyped, chosenId],
  )

  // The first match while one types, otherwise what is chosen.
  function markBest() {
    if (isTyped) onActive(store.selectFirstOption())
    else if (shown.some(({ id }) => id === chosenId)) onActive(store.selectActiveOption())
    else {
      store.resetSelectedOption()
      onActive(null)
    }
  }

  return (
    <OptionsDropdown
      {...dropdown}
      details="below"
      options={shown}
      chosenId={chosenId ?? null}
      onShown={markBest}
    >
      {shown.length === 0 && (
        <p className={classes['message']} role="status">
          {message}
        </p>
      )}
      {matches !== null && shown.length < matches.length && (
        <p className={classes['message']}>{more(total)}</p>
      )}
      {retry && (
        <Button tabIndex={-1} onClick={retry.onRetry}>
          {retry.label}
        </Button>
      )}
    </OptionsDropdown>
  )
}

/** Returns as many matches as are shown, the chosen one and its neighbours among them. */
function mostRelevant(matches: readonly Choice[], chosenId: string | undefined): readonly Choice[] {
  const chosen = matches.findIndex(({ id }) => id === chosenId)
  const start = Math.max(0, Math.min(chosen - mostShown / 2, matches.length - mostShown))
  return matches.slice(start, start + mostShown)
}
