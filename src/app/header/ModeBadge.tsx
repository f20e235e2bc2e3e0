import { useId } from 'react'
import classes from './Header.module.css'

interface ModeBadgeProps {
  label: string
  explanation: string
}

/** Says in one word how this Portdeck is run, and in a sentence what that means, to pointer, keyboard and screen reader. */
export function ModeBadge({ label, explanation }: ModeBadgeProps) {
  const id = useId()
  return (
    <span className={classes['mode']}>
      <button type="button" className={classes['badge']} popoverTarget={id} aria-describedby={`${id}-text`}>
        {label}
      </button>
      <span id={id} popover="auto" className={classes['explanation']}>
        <span id={`${id}-text`}>{explanation}</span>
      </span>
    </span>
  )
}
