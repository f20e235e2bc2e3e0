import type { ReactNode } from 'react'
import { ScopeProblemNote } from './ScopeProblemNote'
import type { ComponentScope } from './link/scope'
import classes from './scope.module.css'
import { useComponentScope, useScope } from './use-scope'

interface ComponentScopeGateProps {
  /** Stands there until the component is found, in the measures of its page. */
  fallback: ReactNode
  children: (place: ComponentScope) => ReactNode
}

/** Finds the component of the link in the address bar for its page, or says why it does not lead to one. */
export function ComponentScopeGate({ fallback, children }: ComponentScopeGateProps) {
  const { segments } = useScope()
  const scope = useComponentScope()
  switch (scope.status) {
    case 'loading':
      return fallback
    case 'error':
      return (
        <div className={classes['page']}>
          <ScopeProblemNote problem={scope.error} segments={segments} onRetry={scope.retry} />
        </div>
      )
    case 'ready':
      return children(scope)
  }
}
