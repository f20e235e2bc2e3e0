import type { AddressChange } from '../../../domain/impact/address-changes'
import type { Translate } from '../../../i18n/translate'

/** An address of a port, and what a plan does to it. */
export interface AddressLine {
  readonly address: string
  readonly fate: 'comesAlive' | 'goes' | 'stays'
}

/**
 * Returns which addresses of a port open, close and stay.
 * @param gateway the host of the cluster's TCP gateway; empty if unknown
 */
export function addressLines(t: Translate<'plan'>, change: AddressChange, gateway: string): AddressLine[] {
  const before = listOf(change.before)
  const after = listOf(change.after)
  const assigned = change.scope === 'outer' ? change.assigned : null
  return [
    ...before.map((address): AddressLine => ({ address, fate: after.includes(address) ? 'stays' : 'goes' })),
    ...[
      ...after.filter((address) => !before.includes(address)),
      ...(assigned === null ? [] : [assignedWords(t, assigned, gateway)]),
    ].map((address): AddressLine => ({ address, fate: 'comesAlive' })),
  ]
}

function assignedWords(t: Translate<'plan'>, kind: 'http' | 'tcp', gateway: string): string {
  if (kind === 'http') return t('addresses.assignedDomain')
  return gateway === '' ? t('addresses.assignedPort') : t('addresses.assignedPortAt', { host: gateway })
}

function listOf(address: string | null | readonly string[]): readonly string[] {
  if (address === null) return []
  return typeof address === 'string' ? [address] : address
}
