import { EmptyState } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './SearchList.module.css'

interface EmptyNoteProps {
  icon: ReactNode
  text: ReactNode
  /** Buttons: what one can do about it. */
  actions: ReactNode
}

/** What stands in place of a list without rows. */
export function EmptyNote({ icon, text, actions }: EmptyNoteProps) {
  return (
    <EmptyState className={classes['nothing'] ?? ''} icon={icon} description={text}>
      <EmptyState.Actions>{actions}</EmptyState.Actions>
    </EmptyState>
  )
}
