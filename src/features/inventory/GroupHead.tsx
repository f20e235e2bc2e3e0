import { useCallback, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { appName, componentName } from '../../api/names'
import { StatusPill } from '../../components/StatusPill'
import { useErrorWords } from '../../i18n/use-error-words'
import type { Target } from '../change/engine/target'
import { ComponentLink } from '../port-grid/cells/ComponentLink'
import { isOutside } from '../port-grid/rows/port-row'
import type { RowStore } from '../port-grid/rows/row-store'
import classes from './inventory.module.css'
import type { InventoryReader } from './reading/inventory-reader'
import { portsPartId } from './reading/parts'

interface GroupHeadProps {
  target: Target
  reader: InventoryReader
  store: RowStore
  /** Whether to name the app: not where all components are of one. */
  hasApp: boolean
}

/** What stands above the ports of a component: where it is, its status, how many ports it has, or why that isn't known. */
export function GroupHead({ target, reader, store, hasApp }: GroupHeadProps) {
  const t = useTranslations('inventory.group')
  const words = useErrorWords()
  const { component } = target.ref
  const reading = useSyncExternalStore(
    useCallback(
      (listener: () => void) => reader.subscribeComponent(component, listener),
      [reader, component],
    ),
    () => reader.component(component),
  )
  const rows = [...useSyncExternalStore(store.subscribe, () => store.listed(component)).values()]
  const isFromLastVisit = useSyncExternalStore(
    store.subscribe,
    () => store.row(rows[0]?.id ?? '')?.isFromLastVisit,
  )
  const open = rows.filter(isOutside).length
  const isRead = reading?.status === 'read' || rows.length > 0
  const name = componentName(target.component)
  return (
    <>
      <span className={classes['where']}>
        {hasApp && <span className={classes['app']}>{`${appName(target.app)} / `}</span>}
        <ComponentLink target={target} />
      </span>
      <StatusPill status={target.component.status} />
      {reading?.error ? (
        <span className={classes['problem']}>
          <span className={classes['why']} title={words(reading.error).message}>
            {`${t('failed')} ${words(reading.error).message}`}
          </span>
          <button
            type="button"
            tabIndex={-1}
            className={classes['retry']}
            aria-label={t('retryName', { component: name })}
            onClick={() => reader.retry(portsPartId(component))}
          >
            {t('retry')}
          </button>
        </span>
      ) : (
        <span className={classes['count']}>
          {isRead && <span>{t('ports', { ports: rows.length })}</span>}
          {isRead && open > 0 && <b>{t('open', { open })}</b>}
          {isFromLastVisit && <span>{t('lastVisit')}</span>}
          {!isRead && <span>{t(reading?.status === 'reading' ? 'reading' : 'waiting')}</span>}
        </span>
      )}
    </>
  )
}
