import { EmptyState } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './EmptyNote.module.css'

interface EmptyNoteProps {
  icon: ReactNode
  title: string
  text?: string
  /** Buttons: what one can do about it. */
  actions: ReactNode
}

/** What stands in place of a list or grid without rows. */
export function EmptyNote({ icon, title, text, actions }: EmptyNoteProps) {
  return (
    <EmptyState className={classes['note'] ?? ''} icon={icon}>
      <EmptyState.Title order={2}>{title}</EmptyState.Title>
      {text !== undefined && <EmptyState.Description>{text}</EmptyState.Description>}
      <EmptyState.Actions>{actions}</EmptyState.Actions>
    </EmptyState>
  )
}
