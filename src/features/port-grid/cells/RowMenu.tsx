import { type KeyboardEvent, useId, useLayoutEffect, useRef } from 'react'
import { placeBeside } from '../../../lib/dom/place-beside'
import classes from './row-menu.module.css'

export interface RowMenuItem {
  name: string
  /** Marks an action that is hard to undo. */
  isDanger?: boolean
  /** Why the item can't be chosen, shown below its name. */
  blocked?: string | undefined
  onChoose: () => void
}

interface RowMenuProps {
  /** The button that opened the menu, which is placed beside it and returns the focus to it. */
  button: HTMLButtonElement
  name: string
  items: readonly RowMenuItem[]
  onClose: () => void
}

/** One menu for the whole grid. The browser closes it on Escape and on a click elsewhere. */
export function RowMenu({ button, name, items, onClose }: RowMenuProps) {
  const id = useId()
  const menu = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const element = menu.current
    if (!element) return
    element.showPopover()
    placeBeside(element, button)
    element.querySelector('button')?.focus()
  }, [button])

  function close() {
    onClose()
    button.focus()
  }

  function handleKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const buttons = [...event.currentTarget.querySelectorAll('button')]
    const at = buttons.findIndex((item) => item === document.activeElement)
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
    if (event.key === 'Tab') close()
    if (next === undefined) return
    event.preventDefault()
    buttons.at(next % buttons.length)?.focus()
  }

  return (
    <div
      ref={menu}
      role="menu"
      aria-label={name}
      tabIndex={-1}
      popover="auto"
      className={classes['menu']}
      onKeyDown={handleKeyDown}
      onToggle={(event) => {
        if (event.newState === 'closed') close()
      }}
    >
      {items.map((item, index) => (
        <button
          key={item.name}
          type="button"
          role="menuitem"
          className={classes['item']}
          data-danger={item.isDanger}
          aria-disabled={item.blocked === undefined ? undefined : true}
          aria-label={item.blocked === undefined ? undefined : item.name}
          aria-describedby={item.blocked === undefined ? undefined : `${id}-${index}`}
          onClick={() => {
            if (item.blocked !== undefined) return
            close()
            item.onChoose()
          }}
        >
          <span>{item.name}</span>
          {item.blocked !== undefined && (
            <span id={`${id}-${index}`} className={classes['blocked']}>
              {item.blocked}
            </span>
          )}
        </button>
      ))}
    </div>
  )
}
