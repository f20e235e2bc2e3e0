import { type ReactNode, useMemo } from 'react'
import type { App } from '../../api/contract/app'
import type { Region } from '../../api/contract/region'
import type { Team } from '../../api/contract/team'
import { useSliced } from '../../lib/use-sliced'
import { ScopeProblemNote } from './ScopeProblemNote'
import { allPortsPath } from './link/link'
import { scopeSegments } from './link/scope'
import classes from './scope.module.css'
import { useScope } from './use-scope'

/** A cluster, or an app in it. */
interface ClusterScope {
  team: Team
  region: Region
  app: App | null
  /** The same object while it is the same place; `team` is a `tenant_id`, `app` an `ID`. */
  place: { team: string; region: Region; app: number | null }
  wholeClusterPath: string
}

interface ClusterScopeGateProps {
  /** Shown until the place is found; as large as its page. */
  fallback: ReactNode
  children: (scope: ClusterScope) => ReactNode
}

/** Renders the page about the cluster or app in the address bar, or says why there is none. */
export function ClusterScopeGate({ fallback, children }: ClusterScopeGateProps) {
  const scope = useScope()
  const { team, region, app = null } = scope.found
  const isReady = scope.status === 'ready' && team !== undefined && region !== undefined
  const isShown = useSliced(isReady)
  const teamId = team?.tenant_id ?? ''
  const appId = app?.ID ?? null
  const place = useMemo(() => region && { team: teamId, region, app: appId }, [teamId, region, appId])
  if (scope.status === 'error')
    return (
      <div className={classes['page']}>
        <ScopeProblemNote problem={scope.problem} segments={scope.segments} onRetry={scope.retry} />
      </div>
    )
  if (!isShown || !team || !region || !place) return fallback
  const wholeClusterPath = allPortsPath(scopeSegments({ team, region })) ?? '/'
  return children({ team, region, app, place, wholeClusterPath })
}
