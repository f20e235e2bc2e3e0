import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { visibleText } from '../../lib/text/clean-text'
import type { Choice } from '../choice'
import classes from './ComboBox.module.css'

// As ComboBox.module.css has them: an option's height, and as many as the longest list shows.
const optionHeightPx = 48
const mostInView = 8
const beyondView = 6

/** What opens below a picker: as wide as it needs to be, and never out of the window. */
export function ComboBoxPopup({ children }: { children: ReactNode }) {
  const popup = useRef<HTMLDivElement>(null)
  const [isAtEnd, setIsAtEnd] = useState(false)

  useLayoutEffect(() => {
    const right = popup.current?.getBoundingClientRect().right ?? 0
    setIsAtEnd(right > document.documentElement.clientWidth)
  }, [])

  return (
    // Keeps the focus in the field.
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

/** The options of a picker. Only those in view are there, and the one that Enter would choose. */
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
  const [first, setFirst] = useState(Math.max(active, 0))

  useLayoutEffect(() => {
    if (list.current && active >= 0) reveal(list.current, active)
  }, [active])

  return (
    <div
      ref={list}
      role="listbox"
      id={id}
      aria-label={label}
      tabIndex={-1}
      className={classes['list']}
      onScroll={(event) => setFirst(Math.floor(event.currentTarget.scrollTop / optionHeightPx))}
    >
      <div
        role="presentation"
        className={classes['options']}
        style={{ height: choices.length * optionHeightPx }}
      >
        {choices.map((choice, index) =>
          index === active || isInView(index, first) ? (
            <button
              key={choice.id}
              id={optionId(index)}
              type="button"
              role="option"
              tabIndex={-1}
              className={classes['option']}
              style={{ top: index * optionHeightPx }}
              aria-posinset={index + 1}
              aria-setsize={choices.length}
              aria-selected={choice.id === chosenId}
              aria-disabled={choice.blocked !== undefined || undefined}
              data-active={index === active || undefined}
              onClick={() => onChoose(choice)}
            >
              <bdi className={classes['name']}>{choice.name}</bdi>
              <bdi className={classes['detail']}>{choice.blocked ?? visibleText(choice.detail)}</bdi>
            </button>
          ) : null,
        )}
      </div>
    </div>
  )
}

function isInView(index: number, first: number): boolean {
  return index >= first - beyondView && index <= first + mostInView + beyondView
}

function reveal(list: HTMLElement, index: number) {
  const top = index * optionHeightPx
  const bottom = top + optionHeightPx
  if (top < list.scrollTop) list.scrollTop = top
  else if (bottom > list.scrollTop + list.clientHeight) list.scrollTop = bottom - list.clientHeight
}
