import { useTranslations } from 'use-intl'
import { componentName } from '../api/names'
import { GridSkeleton } from '../features/port-grid/GridSkeleton'
import { PortsPage } from '../features/ports/PortsPage'
import { ComponentScopeGate } from '../features/scope/ComponentScopeGate'
import classes from './Layout.module.css'

export function ComponentPortsPage() {
  const t = useTranslations('app')
  return (
    <ComponentScopeGate fallback={<ComponentPortsSkeleton />}>
      {(scope) => (
        <div className={classes['page']}>
          <title>{t('title', { page: t('ports', { component: componentName(scope.component) }) })}</title>
          <PortsPage place={scope} isReadOnlyTeam={scope.team.read_only} />
        </div>
      )}
    </ComponentScopeGate>
  )
}

function ComponentPortsSkeleton() {
  const t = useTranslations('app')
  return (
    <div className={classes['page']}>
      <p className={classes['loading']} role="status">
        {t('loading')}
      </p>
      <GridSkeleton />
    </div>
  )
}
