import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { type Problem, useErrorWords } from '../../i18n/use-error-words'
import { useCountdown } from '../../lib/timers'
import { ErrorDetails } from './ErrorDetails'
import classes from './ErrorNote.module.css'

interface ErrorNoteProps {
  problem: Problem
  /** What could not be done, unless the page says it already. */
  title?: ReactNode
  /** Whether the title says all that the message would. */
  isSaidByTitle?: boolean
  /** Omitted where trying again cannot help. */
  onRetry?: (() => void) | undefined
  /** Whether the same is repeated automatically. */
  isTriedAgain?: boolean
}

/** Describes a failure, with Rainbond's own words and the request as details, and offers to try again. */
export function ErrorNote(props: ErrorNoteProps) {
  const { problem, title, isSaidByTitle = false, onRetry, isTriedAgain = false } = props
  const { message } = useErrorWords()(problem)
  return (
    <div className={classes['note']} role="alert">
      {title !== undefined && <p className={classes['title']}>{title}</p>}
      {!isSaidByTitle && <p className={classes['message']}>{message}</p>}
      <ErrorDetails problem={problem} isTriedAgain={isTriedAgain} />
      {onRetry && (
        <RetryButton key={problem.retryAfter ?? 0} waitSeconds={problem.retryAfter ?? 0} onRetry={onRetry} />
      )}
    </div>
  )
}

interface RetryButtonProps {
  waitSeconds: number
  size?: 'xs' | 'sm'
  onRetry: () => void
}

/** Counts down the seconds that the server asked to wait; works only afterwards. */
export function RetryButton({ waitSeconds, size = 'sm', onRetry }: RetryButtonProps) {
  const t = useTranslations('errors')
  const left = useCountdown(waitSeconds)
  return (
    <Button size={size} onClick={() => left === 0 && onRetry()} aria-disabled={left > 0}>
      {left > 0 ? t('retryIn', { seconds: String(left) }) : t('retry')}
    </Button>
  )
}
