import { Button } from '@mantine/core'
import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { gapBetween } from '../../i18n/join-sentences'
import { type Problem, useErrorWords } from '../../i18n/use-error-words'
import { ErrorDetails } from './ErrorDetails'
import classes from './ErrorLine.module.css'
import { RetryButton } from './ErrorNote'

interface ErrorLineProps {
  problem: Problem
  title: string
  onRetry: () => void
  /** Whether the same is repeated automatically. */
  isTriedAgain?: boolean
}

/**
 * Describes a failure in one line of fixed height, so that nothing on the page moves. The rest unfolds over the page on
 * request; it is part of the line, because in an outage nothing more could be loaded.
 */
export function ErrorLine({ problem, title, onRetry, isTriedAgain = false }: ErrorLineProps) {
  const t = useTranslations('pieces')
  const { message } = useErrorWords()(problem)
  const [isOpen, setIsOpen] = useState(false)
  const retryAfter = problem.retryAfter ?? 0
  return (
    <div className={classes['place']}>
      <div className={classes['line']} role="alert" data-open={isOpen}>
        <IconAlertTriangle size={16} stroke={1.75} className={classes['icon']} aria-hidden />
        <div className={classes['text']}>
          <strong>{title}</strong>
          <span>{`${gapBetween(title, message)}${message}${gapBetween(message, '')}`}</span>
          <ErrorDetails problem={problem} isTriedAgain={isTriedAgain} />
        </div>
        <Button size="xs" variant="subtle" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? t('less') : t('details')}
        </Button>
        <RetryButton key={retryAfter} size="xs" waitSeconds={retryAfter} onRetry={onRetry} />
      </div>
    </div>
  )
}
