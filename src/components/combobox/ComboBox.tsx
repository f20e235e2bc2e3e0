import { type MouseEvent, useId, useLayoutEffect, useState } from 'react'
import type { Choice } from '../choice'
import { lazyPart } from '../lazy-part'
import classes from './ComboBox.module.css'
import { type ChoicesStatus, useComboBox } from './use-combo-box'

const ComboBoxDropdown = lazyPart(() =>
  import('./ComboBoxDropdown').then((module) => module.ComboBoxDropdown),
)

export interface ComboBoxWords {
  loading: string
  failed: string
  empty: string
  noMatch: string
  retry: string
  /** Says that typing finds the rest of so many choices. */
  more: (total: number) => string
}

interface ComboBoxProps {
  label: string
  /** `crumb` looks like text in a row and is named for screen readers only; `field` has its label above it. */
  look: 'crumb' | 'field'
  /** What is chosen, as people call it; empty when nothing is. */
  value: string
  chosenId: string | undefined
  choices: readonly Choice[]
  status: ChoicesStatus
  placeholder: string
  /** Why nothing can be chosen now; stands in the field, which stays reachable. */
  unavailable?: string | undefined
  words: ComboBoxWords
  onChoose: (id: string) => void
  onRetry: () => void
}

/**
 * A field that says what is chosen, and chooses another by typing, arrows or a click. The field is native, because it is
 * part of the first screen; Mantine's dropdown is loaded when it first opens.
 */
export function ComboBox(props: ComboBoxProps) {
  const { label, look, value, chosenId, choices, status, placeholder, unavailable, words, onRetry } = props
  const { store, listId, isOpen, typed, matches, activeId, setActiveId, close, type, choose, handleKeyDown } =
    useComboBox(props)
  const [input, setInput] = useState<HTMLInputElement | null>(null)
  const id = useId()
  const isExpanded = isOpen && status === 'ready' && matches.length > 0
  const isUnavailable = unavailable !== undefined
  const text = typed ?? value

  // What is typed next replaces a name that comes while the field has the focus, as it does one that was there before.
  useLayoutEffect(() => {
    if (typed === null && input === document.activeElement) input?.select()
  }, [input, typed, value])

  // The click that brings the focus has just undone the selection that the focus made.
  function handleClick(event: MouseEvent<HTMLInputElement>) {
    if (!isOpen) event.currentTarget.select()
    store.openDropdown('mouse')
  }

  return (
    <div
      className={classes['box']}
      data-look={look}
      data-loading={(status === 'loading' && !isUnavailable) || undefined}
    >
      <label className={classes['label']} htmlFor={id}>
        {label}
      </label>
      <span className={classes['frame']} data-text={text === '' ? (unavailable ?? placeholder) : text}>
        <input
          ref={setInput}
          id={id}
          className={classes['input']}
          role="combobox"
          type="text"
          size={1}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-autocomplete="list"
          aria-expanded={isExpanded}
          aria-controls={isExpanded ? listId : undefined}
          aria-activedescendant={isExpanded ? (activeId ?? undefined) : undefined}
          aria-disabled={isUnavailable || undefined}
          readOnly={isUnavailable}
          placeholder={unavailable ?? placeholder}
          title={value === '' ? undefined : `${label}: ${value}`}
          value={text}
          onChange={(event) => type(event.target.value)}
          onKeyDown={isUnavailable ? undefined : handleKeyDown}
          onClick={isUnavailable ? undefined : handleClick}
          onFocus={(event) => event.target.select()}
          onBlur={close}
        />
      </span>
      {isOpen && input && (
        <ComboBoxDropdown
          anchor={input}
          store={store}
          listId={listId}
          label={label}
          matches={status === 'ready' ? matches : null}
          total={choices.length}
          chosenId={chosenId}
          isTyped={typed !== null && typed !== ''}
          message={status === 'ready' ? (choices.length === 0 ? words.empty : words.noMatch) : words[status]}
          more={words.more}
          retry={status === 'failed' ? { label: words.retry, onRetry } : null}
          onActive={setActiveId}
          onChoose={choose}
        />
      )}
    </div>
  )
}
