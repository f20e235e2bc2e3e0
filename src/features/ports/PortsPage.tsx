import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { Team } from '../../api/contract/team'
import { recoversByItself } from '../../api/errors/recovery'
import { sessionQuery } from '../../api/resources/session'
import { ErrorNote } from '../../components/notes/ErrorNote'
import { Page } from '../../components/page/Page'
import type { Target } from '../change/engine/target'
import { PlanHost } from '../change/review/PlanHost'
import { ComponentPorts } from './ComponentPorts'
import { ComponentHead } from './head/ComponentHead'
import { consoleLink } from './head/console-link'
import classes from './ports.module.css'
import { KeptFresh } from './reading/KeptFresh'
import { useRefreshInterval } from './reading/refresh'
import { useComponentData } from './reading/use-component-data'

interface PortsPageProps {
  /** Where the component is. Its `ref` holds ids, as query keys have them. */
  place: Target & { team: Team }
}

/** The ports of one component. */
export function PortsPage({ place }: PortsPageProps) {
  const t = useTranslations('ports')
  const { team } = place
  const target = useSameTarget(place)
  const session = useQuery(sessionQuery()).data
  const isReadOnly = Boolean(session?.readOnly || team.read_only)
  const console = session?.console ?? null
  const owner = `${console ?? 'demo'}.${session?.user?.user_id ?? ''}`
  const [intervalS, setIntervalS] = useRefreshInterval(owner)
  const intervalMs = intervalS === 0 ? null : intervalS * 1000
  const data = useComponentData(target.ref)

  return (
    <Page className={classes['page']}>
      <ComponentHead
        target={target}
        ports={data.status === 'failed' ? [] : data.ports}
        consoleHref={console ? consoleLink({ console, teamName: team.tenant_name, target }) : null}
        isReadOnly={isReadOnly}
      />
      {data.status === 'failed' && data.error ? (
        <div className={classes['failed']}>
          <ErrorNote
            title={t(data.error.kind === 'not-found' ? 'failed.gone' : 'failed.title')}
            problem={data.error}
            onRetry={data.refresh}
            isTriedAgain={recoversByItself(data.error)}
          />
        </div>
      ) : (
        <ComponentPorts
          key={target.ref.component}
          target={target}
          data={data}
          isReadOnly={isReadOnly}
          intervalS={intervalS}
          onInterval={setIntervalS}
        />
      )}
      <KeptFresh componentRef={target.ref} intervalMs={intervalMs} />
      <PlanHost />
    </Page>
  )
}

/** Returns the same object for the same place, and the same ref for the same component, whatever else of it changes. */
function useSameTarget({ ref, region, app, component }: Target): Target {
  const { team, region: regionName, app: appId, component: componentId } = ref
  const sameRef = useMemo(
    () => ({ team, region: regionName, app: appId, component: componentId }),
    [team, regionName, appId, componentId],
  )
  return useMemo(() => ({ ref: sameRef, region, app, component }), [sameRef, region, app, component])
}
