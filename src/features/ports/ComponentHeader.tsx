import { useTranslations } from 'use-intl'
import type { Service } from '../../api/contract/service'
import classes from './ports.module.css'

const knownSources = [
  'source_code',
  'docker_run',
  'docker_image',
  'docker_compose',
  'market',
  'third_party',
  'vm_run',
  'package_build',
  'unknown',
] as const

const knownStatuses = [
  'running',
  'closed',
  'undeploy',
  'starting',
  'startting',
  'stopping',
  'checking',
  'creating',
  'upgrade',
  'abnormal',
  'some_abnormal',
  'unusual',
  'unknown',
] as const

interface ComponentHeaderProps {
  service: Service
}

/** Which component this is, and what about it changes how its ports behave. */
export function ComponentHeader({ service }: ComponentHeaderProps) {
  const t = useTranslations('ports')
  const source = service.service_source ?? 'unknown'
  const status = service.status ?? 'unknown'
  // Rainbond may know more than these: what has no words is shown as it is.
  const sourceWord = knownSources.find((known) => known === source)
  const statusWord = knownStatuses.find((known) => known === status)
  return (
    <header className={classes['head']}>
      <h1 className={classes['title']}>{service.service_cname}</h1>
      <ul className={classes['facts']}>
        <li>
          <code>{service.k8s_component_name ?? service.service_alias}</code>
        </li>
        <li data-status={status}>
          {t('status', { status: statusWord ? t(`statuses.${statusWord}`) : status })}
        </li>
        <li>{t('source', { source: sourceWord ? t(`sources.${sourceWord}`) : source })}</li>
      </ul>
      {source === 'third_party' && <p className={classes['note']}>{t('thirdParty')}</p>}
      {isUnfinished(service) && <p className={classes['note']}>{t('unfinished')}</p>}
    </header>
  )
}

// docs/contract.md, "Components that differ". Nothing said means nothing special.
function isUnfinished({ create_status }: Service): boolean {
  return create_status !== undefined && create_status !== null && create_status !== 'complete'
}
