import { Badge } from '@mantine/core'
import { useState } from 'react'
import { lazyPart } from '../../components/lazy-part'
import classes from './Header.module.css'

const Popover = lazyPart(() => import('../../components/overlay/Popover').then((module) => module.Popover))

interface ModeBadgeProps {
  label: string
  explanation: string
}

/** Labels the mode of this Portdeck, such as the demo, and explains it on a press. */
export function ModeBadge({ label, explanation }: ModeBadgeProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const close = () => setAnchor(null)
  return (
    <>
      <Badge
        component="button"
        type="button"
        color="yellow"
        size="md"
        className={classes['mode'] ?? ''}
        aria-haspopup="dialog"
        data-tooltip={explanation}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {label}
      </Badge>
      {anchor && (
        <Popover anchor={anchor} title={label} onClose={close} onDismiss={close}>
          <p>{explanation}</p>
        </Popover>
      )}
    </>
  )
}
