import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { type Problem, useErrorWords } from '../../i18n/use-error-words'
import { ErrorDetails } from './ErrorDetails'
import classes from './ErrorLine.module.css'
import { RetryButton } from './ErrorNote'

interface ErrorLineProps {
  /** Null where the title says everything. */
  problem: Problem | null
  title: ReactNode
  onRetry: () => void
  /** Whether the same is repeated automatically. */
  isTriedAgain?: boolean
}

/**
 * Describes a failure in two lines that are always kept free for it, so that nothing on the page moves. The rest unfolds
 * over the page on request.
 */
export function ErrorLine({ problem, title, onRetry, isTriedAgain = false }: ErrorLineProps) {
  const t = useTranslations('pieces')
  const errorWords = useErrorWords()
  const [isOpen, setIsOpen] = useState(false)
  const retryAfter = problem?.retryAfter ?? 0
  return (
    <div className={classes['line']} role="alert" data-open={isOpen}>
      <div className={classes['text']}>
        <strong>{title}</strong>
        <span>{` ${problem ? errorWords(problem).message : ''}`}</span>
        {problem && <ErrorDetails problem={problem} isTriedAgain={isTriedAgain} />}
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
