import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { type Problem, useErrorWords } from '../../i18n/use-error-words'
import { Button } from '../Button'
import classes from './ErrorLine.module.css'
import { RetryButton } from './ErrorNote'

interface ErrorLineProps {
  /** What failed; null where the title says it all. */
  problem: Problem | null
  title: ReactNode
  onRetry: () => void
  /** It is tried again by itself, too. */
  isTriedAgain?: boolean
}

/**
 * A failure in a place of two lines that is always kept free for it, so that nothing on the page moves when it comes or
 * goes. What has no room there unfolds over the page, when the person asks for it.
 */
export function ErrorLine({ problem, title, onRetry, isTriedAgain = false }: ErrorLineProps) {
  const t = useTranslations('pieces')
  const tErrors = useTranslations('errors')
  const errorWords = useErrorWords()
  const [isOpen, setIsOpen] = useState(false)
  const words = problem && errorWords(problem)
  const retryAfter = problem?.retryAfter ?? 0
  return (
    <div className={classes['line']} role="alert" data-open={isOpen}>
      <div className={classes['text']}>
        <strong>{title}</strong>
        <span>{` ${words?.message ?? ''}`}</span>
        {words?.detail !== undefined && <p className={classes['detail']}>{words.detail}</p>}
        {isTriedAgain && <p>{tErrors('triedAgain')}</p>}
        {problem?.requestId !== undefined && (
          <p className={classes['request']}>{tErrors('requestId', { id: problem.requestId })}</p>
        )}
      </div>
      <div className={classes['buttons']}>
        <Button variant="subtle" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? t('less') : t('details')}
        </Button>
        <RetryButton key={retryAfter} waitSeconds={retryAfter} onRetry={onRetry} />
      </div>
    </div>
  )
}
