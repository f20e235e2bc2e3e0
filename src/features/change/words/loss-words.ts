import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import type { Loss } from '../../../domain/impact/losses'
import { isAlias } from '../../../domain/model/port-validation'

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
          return t(`losses.${oldValue(loss)}`, { port: String(loss.port), value: String(loss.value) })
        case 'separate-domains':
          return t('losses.separate-domains', {
            domains: loss.domains.map((domain) => domain || t('differences.none')).join(', '),
          })
      }
    },
    [t],
  )
}

/** Which value of a port cannot be had again. */
function oldValue({ field, value }: Extract<Loss, { kind: 'no-return' }>) {
  switch (field) {
    case 'protocol':
      return 'protocolGone'
    case 'alias':
      if (value === '') return 'aliasNone'
      return isAlias(String(value)) ? 'aliasShared' : 'aliasGone'
    case 'inner':
      return value === true ? 'innerGone' : 'innerStays'
    case 'outer':
      return 'outerGone'
  }
}

function named({ port, address }: { port: number; address: string }) {
  return { port: String(port), address }
}
