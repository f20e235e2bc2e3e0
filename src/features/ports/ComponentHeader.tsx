import { useTranslations } from 'use-intl'
import type { Component } from '../../api/contract/component'
import { componentName } from '../../api/names'
import type { ComponentRef } from '../../api/paths'
import { isThirdParty, isUnfinished } from '../../domain/model/component'
import { useComponentWords } from '../../i18n/use-component-words'
import { visibleText } from '../../lib/text/clean-text'
import { OperationLogButton } from './log/OperationLogButton'
import classes from './ports.module.css'

interface ComponentHeaderProps {
  componentRef: ComponentRef
  component: Component
}

/** The component's name, status and operation log, and what makes its ports behave differently. */
export function ComponentHeader({ componentRef, component }: ComponentHeaderProps) {
  const t = useTranslations('ports')
  const words = useComponentWords()
  const { status } = component
  return (
    <header className={classes['head']}>
      <h1 className={classes['title']}>
        <bdi>{componentName(component)}</bdi>
      </h1>
      <ul className={classes['facts']}>
        <li>
          <code>{visibleText(component.k8s_component_name || component.service_alias)}</code>
        </li>
        <li data-status={status}>
          {status ? t('status', { status: words.status(status) }) : t('statusUnknown')}
        </li>
        <li>{t('source', { source: words.source(component.service_source ?? 'unknown') })}</li>
      </ul>
      <OperationLogButton componentRef={componentRef} component={component} />
      {isThirdParty(component) && <p className={classes['note']}>{t('thirdParty')}</p>}
      {isUnfinished(component) && <p className={classes['note']}>{t('unfinished')}</p>}
    </header>
  )
}
