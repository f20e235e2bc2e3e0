import { useState, useSyncExternalStore } from 'react'
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
  const { phase } = part
  const isSlow = useDelay(componentOf(part.target)) === 'slow'
  const doneCount = part.done.length
  const stepCount = part.plan.steps.length
  const isUnderWay = phase.name === 'checking' || phase.name === 'running' || phase.name === 'reading-back'
  const line = words()
  return (
    <p className={classes['phase']}>
      <span role="status" tabIndex={-1} data-autofocus={isFocusFirst || undefined}>
        {line}
      </span>
      {isUnderWay && <Elapsed />}
      <span role="status">{isSlow ? ` ${t('delays.slow')}` : ''}</span>
    </p>
  )

  function words(): string {
    if (phase.name === 'refused') return t(doneCount > 0 ? 'phases.refused' : 'phases.refusedFirst')
    if (phase.name === 'stopped') return t(doneCount > 0 ? 'phases.stopped' : 'phases.stoppedFirst')
    if (phase.name === 'preview') return t(doneCount > 0 ? 'phases.previewRest' : 'phases.preview')
    if (phase.name === 'unread') return t(doneCount > 0 ? 'phases.unreadRest' : 'phases.unread')
    if (phase.name !== 'running') return t(`phases.${phase.name}`)
    if (phase.stopping) return t('phases.stopping')
    if (phase.retryMs !== null) return t('phases.busy')
    const at = Math.min(phase.at + 1, stepCount)
    return t('phases.running', { at: String(doneCount + at), count: String(doneCount + stepCount) })
  }
}

function subscribeToSeconds(listener: () => void) {
  const timer = setInterval(listener, 1000)
  return () => clearInterval(timer)
}

// Whole seconds, so that two reads within one second are equal.
const nowSeconds = () => Math.floor(performance.now() / 1000)

/** The seconds since it was first shown. It is no live region: nobody wants to hear every second. */
export function Elapsed() {
  const t = useTranslations('plan')
  const [since] = useState(nowSeconds)
  const seconds = useSyncExternalStore(subscribeToSeconds, nowSeconds) - since
  if (seconds < 1) return null
  const time =
    seconds < 60
      ? t('elapsed.seconds', { seconds: String(seconds) })
      : t('elapsed.minutes', { minutes: String(Math.floor(seconds / 60)), seconds: String(seconds % 60) })
  return <span className={classes['elapsed']}>{` · ${time}`}</span>
}
