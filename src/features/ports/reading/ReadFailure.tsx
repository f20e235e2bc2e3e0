import { useTranslations } from 'use-intl'
import { recoversByItself } from '../../../api/errors/recovery'
import { ErrorLine } from '../../../components/notes/ErrorLine'
import classes from '../ports.module.css'
import type { ComponentData } from './use-component-data'

interface ReadFailureProps {
  data: Pick<ComponentData, 'error' | 'rulesFailed' | 'refresh'>
}

/** Explains what is out of date or unknown. Its space is reserved, so that nothing moves when it appears. */
export function ReadFailure({ data }: ReadFailureProps) {
  const t = useTranslations('ports')
  const { error, rulesFailed, refresh } = data
  return (
    <div className={classes['failure']}>
      {error ? (
        <ErrorLine
          title={t(error.kind === 'not-found' ? 'failed.gone' : 'failed.title')}
          problem={error}
          onRetry={refresh}
          isTriedAgain={recoversByItself(error)}
        />
      ) : (
        rulesFailed && <ErrorLine title={t('rulesUnknown')} problem={null} onRetry={refresh} />
      )}
    </div>
  )
}
