import { Skeleton } from '@mantine/core'
import { useTranslations } from 'use-intl'
import type { Port } from '../../../api/contract/port'
import { useComponentWords } from '../../../i18n/use-component-words'
import { visibleText } from '../../../lib/text/clean-text'
import type { Target } from '../../change/engine/target'
import { InternalDomain } from './InternalDomain'
import classes from './component-head.module.css'
import { shortImage } from './image-name'

interface ComponentFactsProps {
  target: Target
  /** Undefined until they are read. */
  ports: readonly Port[] | undefined
  isReadOnly: boolean
}

/** One line of what is known of the component: its source, its name in the cluster, its internal domain. */
export function ComponentFacts({ target, ports, isReadOnly }: ComponentFactsProps) {
  const t = useTranslations('ports')
  const words = useComponentWords()
  const { component } = target
  const image = visibleText(component.image ?? '')
  const isImage = component.service_source === 'docker_run' || component.service_source === 'docker_image'
  return (
    <ul className={classes['facts']}>
      <li>
        <span className={classes['prefix']}>{`${t('sourceOf')} `}</span>
        <span>{words.source(component.service_source ?? 'unknown')}</span>
        {isImage && image !== '' && (
          <code data-tooltip={image} title={image}>
            {` ${shortImage(image)}`}
          </code>
        )}
      </li>
      <li>
        <code data-tooltip={t('clusterName')}>
          {visibleText(component.k8s_component_name || component.service_alias)}
        </code>
      </li>
      {!component.status && <li>{t('statusUnknown')}</li>}
      <li className={classes['domain']}>
        {ports ? (
          ports.length > 0 && (
            <InternalDomain key={target.ref.component} target={target} isReadOnly={isReadOnly} />
          )
        ) : (
          <Skeleton width="8rem" height="0.75rem" />
        )}
      </li>
    </ul>
  )
}
