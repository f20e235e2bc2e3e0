import IconExternalLink from '@tabler/icons-react/icons/IconExternalLink'
import { Button } from '@mantine/core'
import { useTranslations } from 'use-intl'
import type { Port } from '../../../api/contract/port'
import { componentName } from '../../../api/names'
import { StatusPill } from '../../../components/StatusPill'
import type { Target } from '../../change/engine/target'
import iconClasses from '../icon-on-phones.module.css'
import { ComponentFacts } from './ComponentFacts'
import { ComponentNotes } from './ComponentNotes'
import { OperationLogButton } from './OperationLogButton'
import classes from './component-head.module.css'

interface ComponentHeadProps {
  target: Target
  /** Undefined until they are read. */
  ports: readonly Port[] | undefined
  /** The component in Rainbond's own console; null where its address is unknown, as in the demo. */
  consoleHref: string | null
  isReadOnly: boolean
}

/**
 * What the page is about: name and status, which stay in view, then the component's facts and what makes its ports behave
 * differently.
 */
export function ComponentHead({ target, ports, consoleHref, isReadOnly }: ComponentHeadProps) {
  const t = useTranslations('ports')
  const { ref, component } = target
  return (
    <>
      <div className={classes['head']}>
        <h1 className={classes['title']} title={componentName(component)}>
          <bdi>{componentName(component)}</bdi>
        </h1>
        <StatusPill status={component.status} />
        <div className={classes['actions']}>
          <OperationLogButton componentRef={ref} component={component} />
          {consoleHref !== null && (
            <Button
              component="a"
              className={iconClasses['button'] ?? ''}
              href={consoleHref}
              target="_blank"
              rel="noreferrer"
              data-tooltip={t('newTab')}
              leftSection={<IconExternalLink size={16} stroke={1.75} />}
            >
              <span className={iconClasses['label']}>{t('openInRainbond')}</span>
            </Button>
          )}
        </div>
      </div>
      <ComponentFacts target={target} ports={ports} isReadOnly={isReadOnly} />
      <ComponentNotes component={component} isReadOnly={isReadOnly} />
    </>
  )
}
