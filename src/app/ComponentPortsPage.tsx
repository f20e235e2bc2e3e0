import { useTranslations } from 'use-intl'
import { componentName } from '../api/names'
import { PortsPage } from '../features/ports/PortsPage'
import { PortsSkeleton } from '../features/ports/PortsSkeleton'
import { ComponentScopeGate } from '../features/scope/ComponentScopeGate'

export function ComponentPortsPage() {
  const t = useTranslations('app')
  return (
    <ComponentScopeGate fallback={<PortsSkeleton />}>
      {(scope) => (
        <>
          <title>{t('title', { page: t('ports', { component: componentName(scope.component) }) })}</title>
          <PortsPage place={scope} />
        </>
      )}
    </ComponentScopeGate>
  )
}
