import type { ComponentType, ReactNode } from 'react'
import classes from './ProblemPage.module.css'

interface ProblemPageProps {
  icon: ComponentType<{ size: number; stroke: number }>
  title: ReactNode
  /** What one can do, the best first. */
  actions: ReactNode
  /** Whether screen readers are told at once; not where the page is what was asked for. */
  isAlert?: boolean
  /** What it means, in paragraphs. */
  children: ReactNode
}

/** Fills the page with the one thing that is wrong, and the ways on. */
export function ProblemPage({ icon: Icon, title, actions, isAlert = true, children }: ProblemPageProps) {
  return (
    <div className={classes['problem']} role={isAlert ? 'alert' : undefined}>
      <span className={classes['icon']} aria-hidden>
        <Icon size={28} stroke={1.5} />
      </span>
      <div className={classes['text']}>
        <h1>{title}</h1>
        {children}
      </div>
      <div className={classes['actions']}>{actions}</div>
    </div>
  )
}
