import { useTranslations } from 'use-intl'
import type { Difference } from '../../../../domain/model/diff'
import { visibleText } from '../../../../lib/text/clean-text'
import { differenceWords } from '../../words/difference-words'
import { Callout } from './Callout'

interface PlanDifferencesProps {
  differences: readonly Difference[]
  /** Whether there is a plan for the current state. */
  isPlanned: boolean
}

/** What someone else has changed since the screen was last read. */
export function PlanDifferences({ differences, isPlanned }: PlanDifferencesProps) {
  const t = useTranslations('plan')
  if (differences.length === 0) return null
  return (
    <Callout kind="changed" title={t('sections.differences')}>
      <ul>
        {differences.map((difference) => (
          <li key={JSON.stringify(difference)}>{visibleText(differenceWords(t, difference))}</li>
        ))}
      </ul>
      {isPlanned && <p>{t('differences.replanned')}</p>}
    </Callout>
  )
}
