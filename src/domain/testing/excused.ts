import type { Loss } from '../impact/losses'
import { type Difference, portOf } from '../model/diff'
import { ruleKindOf, rulesOfPort } from '../model/gateway-rules'
import type { ComponentState } from '../model/port'

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
      (address === undefined || ('address' in loss && loss.address === address)),
  )
}

/** Opening outer with no rule to bring back makes one: it is new after the undo, and no loss. */
function isMadeByOpening(before: ComponentState, port: number, losses: readonly Loss[]): boolean {
  const was = portOf(before, port)
  if (was === undefined) return true
  const hadNone = !rulesOfPort(before, port).some((rule) => rule.kind === ruleKindOf(was.protocol))
  return hadNone || names(losses, ['domain', 'tcp-port'], port)
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
    case 'domain':
      return losses.some((loss) => loss.kind === 'separate-domains')
    case 'rule-added':
      return (
        !difference.open ||
        isMadeByOpening(before, difference.port, losses) ||
        staysClosed(difference.port, losses)
      )
    case 'rule-opened':
      return (
        names(losses, ['rule-opens'], difference.port, difference.address) ||
        staysClosed(difference.port, losses)
      )
    case 'rule-closed':
      return (
        names(losses, ['leftover-rule'], difference.port, difference.address) ||
        staysClosed(difference.port, losses)
      )
    case 'rule-removed': {
      const rule = rulesOfPort(before, difference.port).find(({ address }) => address === difference.address)
      // a closed default domain is made again, by the same name, when outer next opens
      const comesBack = rule?.open === false && rule.kind === 'http'
      const kinds = ['domain', 'tcp-port', 'leftover-rule'] as const
      return (
        comesBack ||
        staysClosed(difference.port, losses) ||
        names(losses, kinds, difference.port, difference.address)
      )
    }
  }
}
