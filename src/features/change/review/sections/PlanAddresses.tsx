import { useTranslations } from 'use-intl'
import type { AddressChange } from '../../../../domain/impact/address-changes'
import { visibleText } from '../../../../lib/text/clean-text'
import { addressLines } from '../../words/address-words'
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
              addressLines(t, change, gateway).map(({ address, fate }) => (
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
}
