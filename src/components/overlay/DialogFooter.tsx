import type { ReactNode } from 'react'
import classes from './Dialog.module.css'

/** The end of a dialog's content, which stays in view while the rest scrolls. */
export function DialogFooter({ children }: { children: ReactNode }) {
  return <div className={classes['footer']}>{children}</div>
}
