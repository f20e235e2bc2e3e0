import { type MouseEvent, useId } from 'react'
import { Button } from '../Button'
import type { Choice } from '../choice'
import classes from './ComboBox.module.css'
import { ComboBoxList, ComboBoxPopup } from './ComboBoxList'
import { type ChoicesStatus, useComboBox } from './use-combo-box'

interface ComboBoxProps {
  /** Its visible and accessible name. */
  label: string
  /** What is chosen, as people call it; empty when nothing is. */
  value: string
  chosenId: string | undefined
  choices: readonly Choice[]
  status: ChoicesStatus
  placeholder: string
  /** Why nothing can be chosen now; stands in the field, which stays reachable. */
  unavailable?: string | undefined
  words: {
    loading: string
    failed: string
    empty: string
    noMatch: string
    retry: string
  }
  onChoose: (id: string) => void
  onRetry: () => void
}

/**
 * A field that says what is chosen, and chooses another by typing, arrows or a click. A native input with a listbox below,
 * so that it can be part of the first screen: a UI kit's select weighs a third of what that screen may.
 */
export function ComboBox(props: ComboBoxProps) {
  const { label, value, chosenId, choices, status, placeholder, unavailable, words, onRetry } = props
  const { isOpen, typed, matches, active, open, close, type, choose, handleKeyDown } = useComboBox(props)
  const id = useId()
  const listId = `${id}-list`
  const optionId = (index: number) => `${id}-option-${index}`
  const isListed = status === 'ready' && matches.length > 0
  const isExpanded = isOpen && isListed
  const isUnavailable = unavailable !== undefined

  // The click that brings the focus has just undone the selection that the focus made.
  function handleClick(event: MouseEvent<HTMLInputElement>) {
    if (!isOpen) event.currentTarget.select()
    open()
  }

  return (
    <div className={classes['box']}>
      <label className={classes['label']} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className={classes['input']}
        role="combobox"
        type="text"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={isExpanded}
        aria-controls={isExpanded ? listId : undefined}
        aria-activedescendant={isExpanded && active >= 0 ? optionId(active) : undefined}
        aria-disabled={isUnavailable || undefined}
        readOnly={isUnavailable}
        placeholder={unavailable ?? placeholder}
        title={value}
        value={typed ?? value}
        onChange={(event) => type(event.target.value)}
        onKeyDown={isUnavailable ? undefined : handleKeyDown}
        onClick={isUnavailable ? undefined : handleClick}
        onFocus={(event) => event.target.select()}
        onBlur={close}
      />
      {isOpen && (
        <ComboBoxPopup>
          {isListed ? (
            <ComboBoxList
              id={listId}
              label={label}
              choices={matches}
              active={active}
              chosenId={chosenId}
              optionId={optionId}
              onChoose={choose}
            />
          ) : (
            <p className={classes['message']} role="status">
              {status === 'ready' ? (choices.length === 0 ? words.empty : words.noMatch) : words[status]}
            </p>
          )}
          {status === 'failed' && (
            <Button tabIndex={-1} onClick={onRetry}>
              {words.retry}
            </Button>
          )}
        </ComboBoxPopup>
      )}
    </div>
  )
}
