import { useTranslations } from 'use-intl'
import { recoversByItself } from '../../../api/errors/recovery'
import { ErrorLine } from '../../../components/notes/ErrorLine'
import type { ComponentData } from '../reading/use-component-data'

interface ReadFailureProps {
  data: Pick<ComponentData, 'error' | 'rulesError' | 'refresh'>
}

/** The one message about what could not be read again, whatever it was: an outage mostly hits everything at once. */
export function ReadFailure({ data }: ReadFailureProps) {
  const t = useTranslations('ports')
  const { error, rulesError, refresh } = data
  const problem = error ?? rulesError
  if (!problem) return null
  return (
    <ErrorLine
      title={error ? t(error.kind === 'not-found' ? 'failed.gone' : 'failed.refresh') : t('rulesUnknown')}
      problem={problem}
      onRetry={refresh}
      isTriedAgain={recoversByItself(problem)}
    />
  )
}
