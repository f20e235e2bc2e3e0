import { useTranslations } from 'use-intl'
import type { AddressChange } from '../../../../domain/impact/address-changes'
import { visibleText } from '../../../../lib/text/clean-text'
import { DiffLine } from './DiffLine'
import classes from './sections.module.css'

const sides = { comesAlive: 'new', goes: 'old', stays: 'same' } as const

interface PlanAddressesProps {
  changes: readonly AddressChange[]
  /** The host of the cluster's TCP gateway; empty if unknown. */
  gateway: string
}

/** Which addresses open, close and stay. */
export function PlanAddresses({ changes, gateway }: PlanAddressesProps) {
  const t = useTranslations('plan')
  if (changes.length === 0) return null
  return (
    <section>
      <h3 className={classes['heading']}>{t('sections.addresses')}</h3>
      <dl className={classes['addresses']}>
        {changes.map((change) => (
          <div key={`${change.scope} ${change.port}`}>
            <dt>{t(`addresses.${change.scope}`, { port: String(change.port) })}</dt>
            {change.scope === 'outer' && !change.known ? (
              <dd>{t('addresses.unknown')}</dd>
            ) : (
              linesOf(change).map(({ address, fate }) => (
                <dd key={`${fate} ${address}`}>
                  <DiffLine side={sides[fate]} note={t(`addresses.${fate}`)}>
                    {visibleText(address)}
                  </DiffLine>
                </dd>
              ))
            )}
          </div>
        ))}
      </dl>
    </section>
  )

  function portToBe(): string {
    return gateway === '' ? t('addresses.assignedPort') : t('addresses.assignedPortAt', { host: gateway })
  }

  function linesOf(change: AddressChange): { address: string; fate: 'comesAlive' | 'goes' | 'stays' }[] {
    const before = listOf(change.before)
    const after = listOf(change.after)
    const assigned = change.scope === 'outer' ? change.assigned : null
    return [
      ...before.map((address) => ({
        address,
        fate: after.includes(address) ? ('stays' as const) : ('goes' as const),
      })),
      ...after
        .filter((address) => !before.includes(address))
        .map((address) => ({ address, fate: 'comesAlive' as const })),
      ...(assigned === null
        ? []
        : [
            {
              address: assigned === 'http' ? t('addresses.assignedDomain') : portToBe(),
              fate: 'comesAlive' as const,
            },
          ]),
    ]
  }
}

function listOf(address: string | null | readonly string[]): readonly string[] {
  if (address === null) return []
  return typeof address === 'string' ? [address] : address
}
