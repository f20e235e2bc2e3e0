import { Button, Combobox, type ComboboxStore } from '@mantine/core'
import { useEffect, useEffectEvent, useMemo } from 'react'
import { visibleText } from '../../lib/text/clean-text'
import type { Choice } from '../choice'
import { Anchor } from '../overlay/Anchor'
import classes from './ComboBox.module.css'

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
  const {
    anchor,
    store,
    listId,
    label,
    matches,
    total,
    chosenId,
    isTyped,
    message,
    more,
    retry,
    onActive,
    onChoose,
  } = props
  const shown = useMemo(
    () => mostRelevant(matches ?? [], isTyped ? undefined : chosenId),
    [matches, isTyped, chosenId],
  )

  // The first match while one types, otherwise what is chosen. The options have to be in the page already.
  const markBest = useEffectEvent(() => {
    if (isTyped) onActive(store.selectFirstOption())
    else if (shown.some(({ id }) => id === chosenId)) onActive(store.selectActiveOption())
    else {
      store.resetSelectedOption()
      onActive(null)
    }
  })
  useEffect(() => {
    const soon = requestAnimationFrame(() => markBest())
    return () => cancelAnimationFrame(soon)
  }, [shown, isTyped])

  return (
    <Combobox
      store={store}
      position="bottom-start"
      width="max-content"
      offset={4}
      onOptionSubmit={(id) => {
        const choice = shown.find((each) => each.id === id)
        if (choice) onChoose(choice)
      }}
    >
      <Combobox.Target>
        <Anchor element={anchor} />
      </Combobox.Target>
      {/* Keeps the focus in the field. */}
      <Combobox.Dropdown
        className={classes['dropdown'] ?? ''}
        onMouseDown={(event) => event.preventDefault()}
      >
        <Combobox.Options id={listId} aria-label={label} className={classes['options'] ?? ''}>
          {shown.map((choice) => (
            <Combobox.Option
              key={choice.id}
              value={choice.id}
              active={choice.id === chosenId}
              aria-selected={choice.id === chosenId}
              aria-disabled={choice.blocked !== undefined || undefined}
              className={classes['option'] ?? ''}
            >
              <bdi className={classes['name']}>{choice.name}</bdi>
              <bdi className={classes['detail']}>{choice.blocked ?? visibleText(choice.detail)}</bdi>
            </Combobox.Option>
          ))}
        </Combobox.Options>
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
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** Returns as many matches as are shown, the chosen one and its neighbours among them. */
function mostRelevant(matches: readonly Choice[], chosenId: string | undefined): readonly Choice[] {
  const chosen = matches.findIndex(({ id }) => id === chosenId)
  const start = Math.max(0, Math.min(chosen - mostShown / 2, matches.length - mostShown))
  return matches.slice(start, start + mostShown)
}
