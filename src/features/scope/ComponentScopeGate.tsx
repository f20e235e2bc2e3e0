import type { ReactNode } from 'react'
import { ScopeProblemNote } from './ScopeProblemNote'
import type { ComponentPlace } from './link/scope'
import classes from './scope.module.css'
import { useComponentScope, useScope } from './use-scope'

interface ComponentScopeGateProps {
  /** Stands there until the component is found, in the measures of its page. */
  fallback: ReactNode
  children: (place: ComponentPlace) => ReactNode
}

/** Finds the component of the link in the address bar for its page, or says why it does not lead to one. */
export function ComponentScopeGate({ fallback, children }: ComponentScopeGateProps) {
  const { words } = useScope()
  const scope = useComponentScope()
  switch (scope.status) {
    case 'loading':
      return fallback
    case 'error':
      return (
        <div className={classes['page']}>
          <ScopeProblemNote problem={scope.error} words={words} onRetry={scope.retry} />
        </div>
      )
    case 'ready':
      return children(scope)
  }
}
