import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { isAlias } from '../../../domain/model/port-validation'
import type { Loss } from '../../../domain/undo/loss'
import type { Translate } from '../../../i18n/translate'

/** Returns a function that describes what a plan loses for good. */
export function useLossWords(): (loss: Loss) => string {
  const t = useTranslations('plan')
  return useCallback((loss) => lossWords(t, loss), [t])
}

/** Describes what a plan loses for good. */
export function lossWords(t: Translate<'plan'>, loss: Loss): string {
  switch (loss.kind) {
    case 'public-address':
      return t(loss.custom ? 'losses.custom' : 'losses.public-address', named(loss))
    case 'tcp-port':
      return t(loss.certain ? 'losses.tcpPort' : 'losses.tcpPortMaybe', named(loss))
    case 'health-probe':
    case 'gateway-rules-unknown':
      return t(`losses.${loss.kind}`, { port: String(loss.port) })
    case 'leftover-gateway-rule':
      return t('losses.leftover-gateway-rule', named(loss))
    case 'gateway-rule-opens':
      return t(loss.inPlan ? 'losses.ruleOpens' : 'losses.ruleOpensInUndo', named(loss))
    case 'shared-variables':
      return t('losses.shared-variables', {
        port: String(loss.port),
        alias: loss.alias,
        siblings: loss.siblings.join(', '),
      })
    case 'no-return':
      return t(`losses.${oldValue(loss)}`, { port: String(loss.port), value: String(loss.value) })
    case 'separate-internal-domains':
      return t('losses.separate-internal-domains', {
        domains: loss.internalDomains.map((domain) => domain || t('differences.none')).join(', '),
      })
  }
}

/** Names the message for a value that an undo can't restore. */
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

function named({ port, publicAddress }: { port: number; publicAddress: string }) {
  return { port: String(port), address: publicAddress }
}
