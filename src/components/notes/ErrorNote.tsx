import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { type Problem, useErrorWords } from '../../i18n/use-error-words'
import { visibleText } from '../../lib/text/clean-text'
import { useCountdown } from '../../lib/timers'
import { Button } from '../Button'
import classes from './ErrorNote.module.css'

interface ErrorNoteProps {
  /** What failed; an `ApiError` is one. */
  problem: Problem
  /** What could not be done, where the place does not say it already. */
  title?: ReactNode
  /** Left out where trying again cannot help. */
  onRetry?: (() => void) | undefined
  /** It is tried again by itself, too. */
  isTriedAgain?: boolean
}

/** A failure in words: what it is, Rainbond's own words apart from ours, the request to look for, and a way on. */
export function ErrorNote({ problem, title, onRetry, isTriedAgain = false }: ErrorNoteProps) {
  const t = useTranslations('errors')
  const { message, detail } = useErrorWords()(problem)
  return (
    <div className={classes['note']} role="alert">
      {title !== undefined && <p className={classes['title']}>{title}</p>}
      <p className={classes['message']}>{message}</p>
      {detail !== undefined && <p className={classes['detail']}>{visibleText(detail)}</p>}
      {isTriedAgain && <p>{t('triedAgain')}</p>}
      {problem.requestId !== undefined && (
        <p className={classes['request']}>{t('requestId', { id: problem.requestId })}</p>
      )}
      {onRetry && (
        <RetryButton key={problem.retryAfter ?? 0} waitSeconds={problem.retryAfter ?? 0} onRetry={onRetry} />
      )}
    </div>
  )
}

/** Asks for another try, once the time that the server asked to wait is over. */
export function RetryButton({ waitSeconds, onRetry }: { waitSeconds: number; onRetry: () => void }) {
  const t = useTranslations('errors')
  const left = useCountdown(waitSeconds)
  return (
    <Button onClick={() => left === 0 && onRetry()} aria-disabled={left > 0}>
      {left > 0 ? t('retryIn', { seconds: String(left) }) : t('retry')}
    </Button>
  )
}
