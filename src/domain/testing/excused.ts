import type { ComponentState } from '../model/component'
import { type Difference, portOf } from '../model/diff'
import { gatewayRuleKindOf, gatewayRulesOfPort } from '../model/gateway-rules'
import type { Loss } from '../undo/loss'

function names(
  losses: readonly Loss[],
  kinds: readonly Loss['kind'][],
  port: number,
  address?: string,
): boolean {
  return losses.some(
    (loss) =>
      kinds.includes(loss.kind) &&
      'port' in loss &&
      loss.port === port &&
      (address === undefined || ('publicAddress' in loss && loss.publicAddress === address)),
  )
}

/** Opening outer with no rule to bring back makes one: it is new after the undo, and no loss. */
function isMadeByOpening(before: ComponentState, port: number, losses: readonly Loss[]): boolean {
  const was = portOf(before, port)
  if (was === undefined) return true
  const hadNone = !gatewayRulesOfPort(before, port).some(
    (rule) => rule.kind === gatewayRuleKindOf(was.protocol),
  )
  return hadNone || names(losses, ['public-address', 'tcp-port'], port)
}

/** An outer or a protocol that cannot return takes its open addresses along. */
function staysClosed(port: number, losses: readonly Loss[]): boolean {
  return losses.some(
    (loss) => loss.kind === 'no-return' && loss.port === port && ['outer', 'protocol'].includes(loss.field),
  )
}

/** Whether what differs after an undo was named by the plan's losses, or makes no difference. */
export function isExcused(difference: Difference, before: ComponentState, losses: readonly Loss[]): boolean {
  switch (difference.kind) {
    case 'port-added':
    case 'port-removed':
      return false
    case 'field':
      return losses.some(
        (loss) =>
          loss.kind === 'no-return' && loss.port === difference.port && loss.field === difference.field,
      )
    case 'internal-domain':
      return losses.some((loss) => loss.kind === 'separate-internal-domains')
    case 'gateway-rule-added':
      return (
        !difference.open ||
        isMadeByOpening(before, difference.port, losses) ||
        staysClosed(difference.port, losses)
      )
    case 'gateway-rule-opened':
      return (
        names(losses, ['gateway-rule-opens'], difference.port, difference.publicAddress) ||
        staysClosed(difference.port, losses)
      )
    case 'gateway-rule-closed':
      return (
        names(losses, ['leftover-gateway-rule'], difference.port, difference.publicAddress) ||
        staysClosed(difference.port, losses)
      )
    case 'gateway-rule-removed': {
      const rule = gatewayRulesOfPort(before, difference.port).find(
        ({ publicAddress }) => publicAddress === difference.publicAddress,
      )
      // a closed default domain is made again, by the same name, when outer next opens
      const comesBack = rule?.open === false && rule.kind === 'http'
      const kinds = ['public-address', 'tcp-port', 'leftover-gateway-rule'] as const
      return (
        comesBack ||
        staysClosed(difference.port, losses) ||
        names(losses, kinds, difference.port, difference.publicAddress)
      )
    }
  }
}
