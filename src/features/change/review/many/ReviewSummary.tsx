import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { sideBySide } from '../../engine/effects'
import type { ReviewPart } from '../../engine/stores/review'
import { useDurationWords } from '../PlanPhase'
import { expectedSeconds, typicalCallMs } from './expected-time'
import classes from './many.module.css'
import { planFacts } from './part-facts'

/** What a change of several components comes to: how much it changes, what it calls, and how long that takes. */
export function ReviewSummary({ parts }: { parts: readonly ReviewPart[] }) {
  const t = useTranslations('review')
  const durationWords = useDurationWords()
  const [callMs] = useState(typicalCallMs)
  const plans = parts.map(planFacts)
  const sum = (of: (plan: (typeof plans)[number]) => number) =>
    plans.reduce((total, plan) => total + of(plan), 0)
  const components = plans.filter(({ steps }) => steps > 0).length
  if (components === 0) return <p>{t('nothingLeft')}</p>
  const ports = parts.reduce((total, { plan }) => total + new Set(plan.steps.map(({ port }) => port)).size, 0)
  const writes = sum(({ calls }) => calls.writes)
  // Ports and gateway rules.
  const readings = 2 * sum(({ calls }) => calls.readings)
  const seconds = Math.max(1, Math.round(expectedSeconds(plans, callMs)))
  return (
    <div className={classes['summary']}>
      <p>
        <strong>{t('scope', { components, ports, steps: sum(({ steps }) => steps) })}</strong>
      </p>
      <p>{t('calls', { calls: writes + readings, writes, readings })}</p>
      <p>
        {t('time', {
          time: durationWords(seconds),
          milliseconds: String(Math.round(callMs)),
          components: String(sideBySide),
        })}
      </p>
    </div>
  )
}
