import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import type { Loss } from '../../domain/plan-losses'

/** Gives a function that says what a plan takes away. */
export function useLossWords(): (loss: Loss) => string {
  const t = useTranslations('plan')
  return useCallback(
    (loss) => {
      switch (loss.kind) {
        case 'domain':
          return t(loss.custom ? 'losses.custom' : 'losses.domain', named(loss))
        case 'tcp-port':
          return t(loss.certain ? 'losses.tcpPort' : 'losses.tcpPortMaybe', named(loss))
        case 'health-probe':
        case 'rules-unknown':
          return t(`losses.${loss.kind}`, { port: String(loss.port) })
        case 'leftover-rule':
          return t('losses.leftover-rule', named(loss))
        case 'rule-opens':
          return t(loss.inPlan ? 'losses.ruleOpens' : 'losses.ruleOpensInUndo', named(loss))
        case 'shared-variables':
          return t('losses.shared-variables', {
            port: String(loss.port),
            alias: loss.alias,
            siblings: loss.siblings.join(', '),
          })
        case 'no-return':
          return t('losses.no-return', {
            port: String(loss.port),
            value: `${loss.field} ${String(loss.value)}`,
          })
        case 'separate-domains':
          return t('losses.separate-domains', { domains: loss.domains.join(', ') })
      }
    },
    [t],
  )
}

function named({ port, address }: { port: number; address: string }) {
  return { port: String(port), address }
}
