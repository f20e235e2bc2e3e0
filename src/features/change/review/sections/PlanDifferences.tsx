import { useTranslations } from 'use-intl'
import type { Difference } from '../../../../domain/model/diff'
import { visibleText } from '../../../../lib/text/clean-text'
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
          <li key={JSON.stringify(difference)}>{visibleText(words(difference))}</li>
        ))}
      </ul>
      {isPlanned && <p>{t('differences.replanned')}</p>}
    </Callout>
  )

  function words(difference: Difference): string {
    switch (difference.kind) {
      case 'port-added':
      case 'port-removed':
        return t(`differences.${difference.kind}`, { port: String(difference.port) })
      case 'internal-domain':
        return t('differences.internal-domain', {
          before: named(difference.before),
          after: named(difference.after),
        })
      case 'field':
        return fieldWords(difference)
      case 'gateway-rule-added':
      case 'gateway-rule-removed':
      case 'gateway-rule-opened':
      case 'gateway-rule-closed':
        return t(`differences.${difference.kind}`, {
          port: String(difference.port),
          address: difference.publicAddress,
        })
    }
  }

  function named(value: string | boolean): string {
    return value === '' ? t('differences.none') : String(value)
  }

  function fieldWords({ port, field, before, after }: Extract<Difference, { kind: 'field' }>): string {
    switch (field) {
      case 'inner':
        return t(after === true ? 'differences.innerOpened' : 'differences.innerClosed', {
          port: String(port),
        })
      case 'outer':
        return t(after === true ? 'differences.outerOpened' : 'differences.outerClosed', {
          port: String(port),
        })
      case 'alias':
      case 'protocol':
        return t(`differences.${field}`, { port: String(port), before: named(before), after: named(after) })
    }
  }
}
