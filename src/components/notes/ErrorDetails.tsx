import { useTranslations } from 'use-intl'
import { type Problem, useErrorWords } from '../../i18n/use-error-words'
import { visibleText } from '../../lib/text/clean-text'
import classes from './ErrorDetails.module.css'

interface ErrorDetailsProps {
  problem: Problem
  /** Whether the same is repeated automatically. */
  isTriedAgain: boolean
}

/** What follows the message of a failure, one paragraph each: Rainbond's own words, what happens next, the request. */
export function ErrorDetails({ problem, isTriedAgain }: ErrorDetailsProps) {
  const t = useTranslations('errors')
  const { detail } = useErrorWords()(problem)
  return (
    <>
      {detail !== undefined && <p className={classes['detail']}>{visibleText(detail)}</p>}
      {isTriedAgain && <p>{t('triedAgain')}</p>}
      {problem.requestId !== undefined && (
        <p className={classes['request']}>{t('requestId', { id: problem.requestId })}</p>
      )}
    </>
  )
}
