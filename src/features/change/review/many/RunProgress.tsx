import { Progress } from '@mantine/core'
import { useTranslations } from 'use-intl'
import type { ReviewPart } from '../../engine/stores/review'
import { Elapsed } from '../PlanPhase'
import { runCounts } from './run-counts'
import classes from './many.module.css'

/** How far a change of several components is, in all. */
export function RunProgress({ parts }: { parts: readonly ReviewPart[] }) {
  const t = useTranslations('review.progress')
  const tPlan = useTranslations('plan')
  const { steps, doneSteps, components, finished, failed, notStarted, isUnderWay } = runCounts(parts)
  const percent = steps === 0 ? 100 : (100 * doneSteps) / steps
  const text = tPlan('doneCount', { done: String(doneSteps), steps })
  return (
    <div className={classes['summary']}>
      {/* It moves in small steps: animating its width would lay the page out in every frame. */}
      <Progress.Root transitionDuration={0}>
        <Progress.Section
          value={percent}
          withAria={false}
          role="progressbar"
          aria-label={t('label')}
          aria-valuemin={0}
          aria-valuemax={steps}
          aria-valuenow={doneSteps}
          aria-valuetext={text}
        />
      </Progress.Root>
      <p>
        <strong>{text}</strong>
        {isUnderWay && <Elapsed />}
      </p>
      <p role="status">
        <span>{t('components', { finished: String(finished), components })}</span>
        {failed > 0 && <span>{` · ${t('failed', { components: failed })}`}</span>}
        {notStarted > 0 && <span>{` · ${t('waiting', { components: notStarted })}`}</span>}
      </p>
    </div>
  )
}
