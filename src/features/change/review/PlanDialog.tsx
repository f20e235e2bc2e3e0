import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { componentName } from '../../../api/names'
import { Dialog } from '../../../components/overlay/Dialog'
import { contentId, takeFocus, useKeptFocus } from '../../../lib/dom/focus'
import { answersOf, type Review, type ReviewAnswer, type ReviewPart } from '../engine/stores/review'
import { componentOf } from '../engine/target'
import { GiveUpWhenSlow } from './DelayNote'
import { PlanPart, PlanPartGroup } from './PlanPart'
import classes from './plan.module.css'

interface PlanDialogProps {
  review: Review
  onAnswer: (answer: ReviewAnswer) => void
  onStop: () => void
}

/** Plans before they run, while they run, and where they stopped: what is done, why, and what it means. */
export function PlanDialog({ review, onAnswer, onStop }: PlanDialogProps) {
  const t = useTranslations('plan')
  const { parts } = review
  const answers = answersOf(review)
  const running = parts.map((part) => part.phase).filter((phase) => phase.name === 'running')
  const place = useKeptFocus<HTMLDivElement>()
  useReturnFocus()
  const focusFirst = focusFirstOn(review)
  const [only, ...others] = parts
  const isSingle = only !== undefined && others.length === 0

  return (
    <Dialog opened onClose={() => answers.cancel && onAnswer('cancel')} title={title()} size="lg">
      <div ref={place} className={classes['dialog']}>
        {parts.map((part) => {
          const isFocusFirst = part === focusFirst
          if (isSingle)
            return <PlanPart key={componentOf(part.target)} part={part} isFocusFirst={isFocusFirst} />
          return <PlanPartGroup key={componentOf(part.target)} part={part} isFocusFirst={isFocusFirst} />
        })}
        <div className={classes['buttons']}>
          {isSingle && <GiveUpWhenSlow component={componentOf(only.target)} />}
          {answers.cancel && <Button onClick={() => onAnswer('cancel')}>{t('buttons.cancel')}</Button>}
          {answers.run && (
            <Button
              variant="filled"
              data-autofocus={focusFirst === 'run' || undefined}
              onClick={() => onAnswer('run')}
            >
              {t(`buttons.${answers.run}`)}
            </Button>
          )}
          {running.length > 0 && (
            <Button
              data-autofocus={focusFirst === 'stop' || undefined}
              onClick={onStop}
              aria-disabled={running.every((phase) => phase.stopping) || undefined}
            >
              {t('buttons.stop')}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  )

  function title(): string {
    const count = parts.reduce((sum, { done, plan }) => sum + done.length + plan.steps.length, 0)
    if (!isSingle) return t('titleSeveral', { components: parts.length, count })
    const component = componentName(only.target.component)
    return t(only.isUndo ? 'titleUndo' : 'title', { component, count })
  }
}

/** What has the focus first: what somebody else changed is read before it is answered, not pressed away. */
function focusFirstOn(review: Review): 'run' | 'stop' | ReviewPart | undefined {
  const { parts } = review
  if (parts.some(({ phase }) => phase.name === 'running')) return 'stop'
  const changed = parts.find(({ differences }) => differences.length > 0)
  if (changed) return changed
  return answersOf(review).run === null ? parts.find(({ isOver }) => !isOver) : 'run'
}

/**
 * Returns the focus to the element that had it, else to its row (a saved field closes), else to the page (the port was
 * deleted).
 */
function useReturnFocus() {
  const [opener] = useState(() => document.activeElement)
  const [row] = useState(() => opener?.closest('[role="row"]'))
  useEffect(
    () => () => {
      const place =
        [opener, row].find((element) => element?.isConnected) ?? document.getElementById(contentId)
      if (place === row && row instanceof HTMLElement) takeFocus(row)
      else if (place instanceof HTMLElement) place.focus({ preventScroll: true })
    },
    [opener, row],
  )
}
