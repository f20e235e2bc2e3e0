import { useTranslations } from 'use-intl'
import type { Service } from '../../api/contract/service'
import type { ComponentRef } from '../../api/paths'
import { isThirdParty, isUnfinished } from '../../domain/model/component'
import { useServiceWords } from '../../i18n/use-service-words'
import { visibleText } from '../../lib/text/clean-text'
import { OperationLogButton } from './log/OperationLogButton'
import classes from './ports.module.css'

interface ComponentHeaderProps {
  componentRef: ComponentRef
  service: Service
}

/** Which component this is, what has been done to it, and what about it changes how its ports behave. */
export function ComponentHeader({ componentRef, service }: ComponentHeaderProps) {
  const t = useTranslations('ports')
  const words = useServiceWords()
  const { status } = service
  return (
    <header className={classes['head']}>
      <h1 className={classes['title']}>
        <bdi>{visibleText(service.service_cname)}</bdi>
      </h1>
      <ul className={classes['facts']}>
        <li>
          <code>{visibleText(service.k8s_component_name ?? service.service_alias)}</code>
        </li>
        <li data-status={status}>
          {status ? t('status', { status: words.status(status) }) : t('statusUnknown')}
        </li>
        <li>{t('source', { source: words.source(service.service_source ?? 'unknown') })}</li>
      </ul>
      <OperationLogButton componentRef={componentRef} service={service} />
      {isThirdParty(service) && <p className={classes['note']}>{t('thirdParty')}</p>}
      {isUnfinished(service) && <p className={classes['note']}>{t('unfinished')}</p>}
    </header>
  )
}
