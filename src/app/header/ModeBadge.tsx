import { useId } from 'react'
import classes from './Header.module.css'

interface ModeBadgeProps {
  label: string
  explanation: string
}

/** Labels the mode of this Portdeck, such as the demo, and explains it to pointer, keyboard and screen reader. */
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
