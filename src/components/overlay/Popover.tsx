import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { placeBeside } from '../../lib/dom/place-beside'
import classes from './Popover.module.css'

interface PopoverProps {
  /** The element that it belongs to, and is positioned beside. */
  anchor: HTMLElement
  title: string
  onClose: () => void
  children: ReactNode
}

/**
 * Shows something to read beside its anchor. The browser closes it on Escape, restoring the focus, and on a press outside.
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
