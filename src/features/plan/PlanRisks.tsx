import { useTranslations } from 'use-intl'
import type { Exposure } from '../../domain/exposures'
import classes from './plan.module.css'

interface PlanRisksProps {
  exposures: readonly Exposure[]
}

/** What a person should know before they open a port that is meant for the inside. */
export function PlanRisks({ exposures }: PlanRisksProps) {
  const t = useTranslations('plan')
  return exposures.map(({ port, risk }) => (
    <section key={port} className={classes['risk']}>
      <h3 className={classes['heading']}>
        <span aria-hidden>⚠ </span>
        <span>{t('risk.title', { port: String(port) })}</span>
      </h3>
      <p>
        <span>{t(`risk.${risk.kind}`, { name: risk.name })}</span>
        <span>{` ${t('risk.guess')}`}</span>
      </p>
    </section>
  ))
}
