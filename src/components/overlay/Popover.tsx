import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { placeBeside } from '../../lib/dom/place-beside'
import classes from './Popover.module.css'

interface PopoverProps {
  /** What it was opened from: it stands beside that. */
  anchor: HTMLElement
  title: string
  onClose: () => void
  children: ReactNode
}

/**
 * Something to read beside what it belongs to. The browser closes it on Escape, when the focus goes back to where it
 * was, and on a press elsewhere.
 */
export function Popover({ anchor, title, onClose, children }: PopoverProps) {
  const t = useTranslations('pieces')
  const id = useId()
  const popover = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const element = popover.current
    if (!element) return
    element.showPopover()
    placeBeside(element, anchor)
    element.focus()
  }, [anchor])

  return (
    <div
      ref={popover}
      role="dialog"
      aria-labelledby={id}
      tabIndex={-1}
      popover="auto"
      className={classes['popover']}
      onToggle={(event) => {
        if (event.newState === 'closed') onClose()
      }}
    >
      <div className={classes['head']}>
        <h2 id={id} className={classes['title']}>
          {title}
        </h2>
        <button
          type="button"
          className={classes['close']}
          aria-label={t('close')}
          onClick={() => popover.current?.hidePopover()}
        >
          ×
        </button>
      </div>
      {children}
    </div>
  )
}
