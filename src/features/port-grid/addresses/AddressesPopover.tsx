import { useCallback, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { CopyableText } from '../../../components/copy/CopyableText'
import { Popover } from '../../../components/overlay/Popover'
import { visibleText } from '../../../lib/text/clean-text'
import { useGrid } from '../grid-context'
import classes from './addresses-popover.module.css'
import { type RowAddress, rowAddresses } from './row-addresses'
import type { OpenAddresses } from './use-address-buttons'

interface AddressesPopoverProps extends OpenAddresses {
  onClose: () => void
}

/** All open addresses of a port, each with a button to copy it. */
export function AddressesPopover({ id, button, onClose }: AddressesPopoverProps) {
  const t = useTranslations('addresses')
  const { store } = useGrid()
  const subscribe = useCallback((listener: () => void) => store.subscribeRow(id, listener), [store, id])
  const row = useSyncExternalStore(subscribe, () => store.row(id))
  if (!row) return null

  const addresses = rowAddresses(row)
  const outer = addresses.filter(({ scope }) => scope === 'outer')
  const inner = addresses.filter(({ scope }) => scope === 'inner')
  const isOuter = row.port.is_outer_service
  const outerNone = row.rules === null ? 'outerUnknown' : isOuter ? 'outerNowhere' : 'outerNone'
  return (
    <Popover anchor={button} title={t('title', { port: String(row.port.container_port) })} onClose={onClose}>
      <div className={classes['groups']}>
        <AddressGroup title={t('outer')} addresses={outer} none={t(outerNone)} />
        <AddressGroup title={t('inner')} addresses={inner} none={t('innerNone')} />
      </div>
    </Popover>
  )
}

interface AddressGroupProps {
  title: string
  addresses: readonly RowAddress[]
  /** Why there is none. */
  none: string
}

function AddressGroup({ title, addresses, none }: AddressGroupProps) {
  const t = useTranslations('addresses')
  const tPorts = useTranslations('ports')
  return (
    <section>
      <h3 className={classes['heading']}>{title}</h3>
      {addresses.length === 0 && <p className={classes['none']}>{none}</p>}
      <ul className={classes['list']}>
        {addresses.map(({ address, isPage, isCustom }) => (
          <li key={address}>
            <CopyableText
              text={address}
              copyName={tPorts('names.copyAddress', { address: visibleText(address) })}
              href={isPage ? address : undefined}
            >
              {isCustom && <span className={classes['custom']}>{t('custom')}</span>}
            </CopyableText>
          </li>
        ))}
      </ul>
    </section>
  )
}
