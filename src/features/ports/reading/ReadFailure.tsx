import { useTranslations } from 'use-intl'
import { recoversByItself } from '../../../api/errors/recovery'
import { ErrorLine } from '../../../components/notes/ErrorLine'
import classes from '../ports.module.css'
import type { ComponentData } from './use-component-data'

interface ReadFailureProps {
  data: Pick<ComponentData, 'error' | 'rulesFailed' | 'refresh'>
}

/** Says why what is shown is old, or what is not known of it, in a place of its own that stays free otherwise. */
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
