import { type RefObject, useRef, useState } from 'react'

/** A button that opens a popover beside itself. */
interface PopoverButton {
  /** The button while the popover is open, otherwise null. */
  anchor: HTMLElement | null
  /** Opens the popover as a press on the button does. */
  open: () => void
  /** Closes the popover and returns the focus to the button. */
  close: () => void
  buttonProps: {
    'aria-haspopup': 'dialog'
    'aria-expanded': boolean
    onClick: () => void
    ref: RefObject<HTMLButtonElement | null>
  }
}

/** Returns the state of a button that opens a popover, and closes it when it is pressed again. */
export function usePopoverButton(): PopoverButton {
  const button = useRef<HTMLButtonElement>(null)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const open = () => setAnchor(button.current)
  return {
    anchor,
    open,
    close() {
      setAnchor(null)
      anchor?.focus({ preventScroll: true })
    },
    buttonProps: {
      'aria-haspopup': 'dialog',
      'aria-expanded': anchor !== null,
      onClick: () => (anchor === null ? open() : setAnchor(null)),
      ref: button,
    },
  }
}
