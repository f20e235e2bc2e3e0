import type { ReactNode } from 'react'
import { ScopeProblemNote } from './ScopeProblemNote'
import { useSliced } from '../../lib/use-sliced'
import type { ComponentScope } from './link/scope'
import classes from './scope.module.css'
import { useComponentScope, useScope } from './use-scope'

interface ComponentScopeGateProps {
  /** Shown until the component is found; as large as its page. */
  fallback: ReactNode
  children: (place: ComponentScope) => ReactNode
}

/** Renders the page of the component in the address bar, or says why there is none. */
export function ComponentScopeGate({ fallback, children }: ComponentScopeGateProps) {
  const { segments } = useScope()
  const scope = useComponentScope()
  const isShown = useSliced(scope.status === 'ready')
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
      return isShown ? children(scope) : fallback
  }
}
