import { useTranslations } from 'use-intl'
import type { Loss } from '../../domain/plan-losses'
import { visibleText } from '../../lib/visible-text'
import { useLossWords } from './loss-words'
import classes from './plan.module.css'

interface PlanLossesProps {
  losses: readonly Loss[]
}

/** What is lost for good. */
export function PlanLosses({ losses }: PlanLossesProps) {
  const t = useTranslations('plan')
  const words = useLossWords()
  if (losses.length === 0) return null
  return (
    <section className={classes['losses']}>
      <h3 className={classes['heading']}>{t('sections.losses')}</h3>
      <ul>
        {losses.map((loss) => (
          <li key={JSON.stringify(loss)}>{visibleText(words(loss))}</li>
        ))}
      </ul>
    </section>
  )
}
