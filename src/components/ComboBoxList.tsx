import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import type { Choice } from './choice'
import classes from './ComboBox.module.css'

/** What opens below a picker: as wide as it needs to be, and never out of the window. */
export function ComboBoxPopup({ children }: { children: ReactNode }) {
  const popup = useRef<HTMLDivElement>(null)
  const [isAtEnd, setIsAtEnd] = useState(false)

  useLayoutEffect(() => {
    const right = popup.current?.getBoundingClientRect().right ?? 0
    setIsAtEnd(right > document.documentElement.clientWidth)
  }, [])

  return (
    // Whatever is pressed in here, the focus stays in the field.
    <div
      ref={popup}
      className={classes['popup']}
      data-at-end={isAtEnd || undefined}
      role="presentation"
      onMouseDown={(event) => event.preventDefault()}
    >
      {children}
    </div>
  )
}

interface ComboBoxListProps {
  id: string
  label: string
  choices: readonly Choice[]
  /** Index of the option that Enter would choose; -1 for none. */
  active: number
  chosenId: string | undefined
  optionId: (index: number) => string
  onChoose: (choice: Choice) => void
}

/** The options of a picker. All of them are there, and the browser lays out only those in view. */
export function ComboBoxList({
  id,
  label,
  choices,
  active,
  chosenId,
  optionId,
  onChoose,
}: ComboBoxListProps) {
  const list = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])

  return (
    <div ref={list} role="listbox" id={id} aria-label={label} tabIndex={-1} className={classes['list']}>
      {choices.map((choice, index) => (
        <button
          key={choice.id}
          id={optionId(index)}
          type="button"
          role="option"
          tabIndex={-1}
          className={classes['option']}
          aria-selected={choice.id === chosenId}
          aria-disabled={choice.blocked !== undefined || undefined}
          data-active={index === active || undefined}
          onClick={() => onChoose(choice)}
        >
          <span className={classes['name']}>{choice.name}</span>
          <span className={classes['detail']}>{choice.blocked ?? choice.detail}</span>
        </button>
      ))}
    </div>
  )
}
