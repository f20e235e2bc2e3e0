import { useCallback, useState, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import type { ReviewPart } from '../engine/stores/review'
import { componentOf } from '../engine/target'
import { useDelay } from './DelayNote'
import classes from './review.module.css'

interface PlanPhaseProps {
  part: ReviewPart
  isFocusFirst: boolean
}

/** Where a plan stands, in one line that is read out when it changes, and for how long it has been under way. */
export function PlanPhase({ part, isFocusFirst }: PlanPhaseProps) {
  const t = useTranslations('plan')
  const phaseWords = usePhaseWords()
  const isSlow = useDelay(componentOf(part.target)) === 'slow'
  const isUnderWay = ['checking', 'running', 'reading-back'].includes(part.phase.name)
  return (
    <p className={classes['phase']}>
      <span role="status" tabIndex={-1} data-autofocus={isFocusFirst || undefined}>
        {phaseWords(part)}
      </span>
      {isUnderWay && <Elapsed />}
      <span role="status">{isSlow ? ` ${t('delays.slow')}` : ''}</span>
    </p>
  )
}

/** Returns a function that says where a plan stands. */
export function usePhaseWords(): (part: ReviewPart) => string {
  const t = useTranslations('plan')
  return useCallback(
    ({ phase, done, plan, isOver }) => {
      if (isOver) return t('phases.over')
      const doneCount = done.length
      const stepCount = plan.steps.length
      if (phase.name === 'refused') return t(doneCount > 0 ? 'phases.refused' : 'phases.refusedFirst')
      if (phase.name === 'stopped') return t(doneCount > 0 ? 'phases.stopped' : 'phases.stoppedFirst')
      if (phase.name === 'preview') return t(doneCount > 0 ? 'phases.previewRest' : 'phases.preview')
      if (phase.name === 'unread' && stepCount === 0) return t('phases.unreadBack')
      if (phase.name === 'unread') return t(doneCount > 0 ? 'phases.unreadRest' : 'phases.unread')
      if (phase.name !== 'running') return t(`phases.${phase.name}`)
      if (phase.stopping) return t('phases.stopping')
      if (phase.retryMs !== null) return t('phases.busy')
      const at = Math.min(phase.at + 1, stepCount)
      return t('phases.running', { at: String(doneCount + at), count: String(doneCount + stepCount) })
    },
    [t],
  )
}

/** Returns a function that says how long something takes, in whole seconds. */
export function useDurationWords(): (seconds: number) => string {
  const t = useTranslations('plan.elapsed')
  return useCallback(
    (seconds) =>
      seconds < 60
        ? t('seconds', { seconds: String(seconds) })
        : t('minutes', { minutes: String(Math.floor(seconds / 60)), seconds: String(seconds % 60) }),
    [t],
  )
}

function subscribeToSeconds(listener: () => void) {
  const timer = setInterval(listener, 1000)
  return () => clearInterval(timer)
}

// Whole seconds, so that two reads within one second are equal.
const nowSeconds = () => Math.floor(performance.now() / 1000)

/** The seconds since it was first shown. It is no live region: nobody wants to hear every second. */
export function Elapsed() {
  const durationWords = useDurationWords()
  const [since] = useState(nowSeconds)
  const seconds = useSyncExternalStore(subscribeToSeconds, nowSeconds) - since
  if (seconds < 1) return null
  return <span className={classes['elapsed']}>{` · ${durationWords(seconds)}`}</span>
}
