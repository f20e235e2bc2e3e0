import { type MouseEvent, useState } from 'react'

/** A button that opens a popover beside itself. */
interface PopoverButton {
  /** The button while the popover is open, otherwise null. */
  anchor: HTMLElement | null
  /** Closes the popover and returns the focus to the button. */
  close: () => void
  buttonProps: {
    'aria-haspopup': 'dialog'
    'aria-expanded': boolean
    onClick: (event: MouseEvent<HTMLElement>) => void
  }
}

/** Returns the state of a button that opens a popover, and closes it when it is pressed again. */
export function usePopoverButton(): PopoverButton {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return {
    anchor,
    close() {
      setAnchor(null)
      anchor?.focus({ preventScroll: true })
    },
    buttonProps: {
      'aria-haspopup': 'dialog',
      'aria-expanded': anchor !== null,
      onClick: ({ currentTarget }) => setAnchor(anchor === null ? currentTarget : null),
    },
  }
}
