import { useTranslations } from 'use-intl'
import type { Component } from '../../../../api/contract/component'
import type { Exposure } from '../../../../domain/impact/exposures'
import type { Step } from '../../../../domain/model/step'
import type { Loss } from '../../../../domain/undo/loss'
import { visibleText } from '../../../../lib/text/clean-text'
import { useLossWords } from '../../words/loss-words'
import { componentNotes, riskWords } from '../../words/warning-words'
import { Callout } from './Callout'

interface PlanComponentNoteProps {
  component: Component
  steps: readonly Step[]
}

/** How these steps differ for a third-party or unfinished component (docs/contract.md, "Components that differ"). */
export function PlanComponentNote({ component, steps }: PlanComponentNoteProps) {
  const t = useTranslations('plan')
  return componentNotes(t, component, steps).map((note) => (
    <Callout key={note} kind="note">
      <p>{note}</p>
    </Callout>
  ))
}

interface PlanLossesProps {
  losses: readonly Loss[]
}

/** What an undo can't bring back. */
export function PlanLosses({ losses }: PlanLossesProps) {
  const t = useTranslations('plan')
  const words = useLossWords()
  if (losses.length === 0) return null
  return (
    <Callout kind="loss" title={t('sections.losses')}>
      <ul>
        {losses.map((loss) => (
          <li key={JSON.stringify(loss)}>{visibleText(words(loss))}</li>
        ))}
      </ul>
    </Callout>
  )
}

interface PlanRisksProps {
  exposures: readonly Exposure[]
}

/** What to know before opening external access on a port that is meant for internal use. */
export function PlanRisks({ exposures }: PlanRisksProps) {
  const t = useTranslations('plan')
  return exposures.map((exposure) => {
    const { title, text } = riskWords(t, exposure)
    return (
      <Callout key={exposure.port} kind="risk" title={title}>
        <p>{text}</p>
      </Callout>
    )
  })
}
