import { useTranslations } from 'use-intl'
import type { Service } from '../../api/contract/service'
import { isOuterAction, isThirdParty, isUnfinished } from '../../domain/component-kind'
import type { Step } from '../../domain/step'
import classes from './plan.module.css'

interface PlanComponentNoteProps {
  service: Service
  steps: readonly Step[]
}

/** What a third-party or an unfinished component makes of these steps (docs/contract.md, "Components that differ"). */
export function PlanComponentNote({ service, steps }: PlanComponentNoteProps) {
  const t = useTranslations('plan')
  const asksForEndpoints = isThirdParty(service) && steps.some(isOuterAction)
  const staysInConsole = isUnfinished(service) && !steps.every(isOuterAction)
  return (
    <>
      {asksForEndpoints && <p className={classes['changed']}>{t('component.thirdParty')}</p>}
      {staysInConsole && <p className={classes['changed']}>{t('component.unfinished')}</p>}
    </>
  )
}
