import { VisuallyHidden } from '@mantine/core'
import classes from './sections.module.css'

const signs = { old: '−', new: '+', same: ' ' }
const elements = { old: 'del', new: 'ins', same: 'span' } as const

interface DiffLineProps {
  side: 'old' | 'new' | 'same'
  children: string
  /** What becomes of it, shown behind it. */
  note?: string
  /** The same for screen readers, where what is shown says it by sign and colour alone. */
  hiddenNote?: string
}

/** A line that goes, comes or stays, told by its sign and its colour: striking it through would hide its hyphens. */
export function DiffLine({ side, children, note, hiddenNote }: DiffLineProps) {
  const Element = elements[side]
  return (
    <span className={classes['line']} data-side={side}>
      <span className={classes['sign']} aria-hidden>
        {signs[side]}
      </span>
      {hiddenNote !== undefined && <VisuallyHidden>{`${hiddenNote} `}</VisuallyHidden>}
      <Element className={classes['text']}>
        <bdi>{children}</bdi>
      </Element>
      {note !== undefined && <span className={classes['fate']}>{note}</span>}
    </span>
  )
}
