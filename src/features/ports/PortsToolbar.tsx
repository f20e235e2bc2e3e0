import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useKeptFocus } from '../../lib/dom/focus'
import classes from './ports.module.css'
import { UpdatedAgo } from './reading/UpdatedAgo'
import { type IntervalS, intervalsS, parseInterval } from './reading/refresh'

interface PortsToolbarProps {
  filter: string
  onFilter: (filter: string) => void
  /** How many ports there are, how many the filter leaves, and how many are open at the gateway; null before the first read. */
  counts: { ports: number; shown: number; open: number } | null
  intervalS: IntervalS
  onInterval: (seconds: IntervalS) => void
  isRefreshing: boolean
  /** Why a refresh has to wait; null if it doesn't. */
  waitsFor: string | null
  onRefresh: () => void
  readAt: number
  isOld: boolean
  /** Stops waiting for the current read; null until it takes longer than usual. */
  onGiveUp: (() => void) | null
  /** Further actions on the component. */
  children: ReactNode
}

/** Filter, counts, freshness and refresh, above the grid. */
export function PortsToolbar(props: PortsToolbarProps) {
  const t = useTranslations('ports')
  const { filter, onFilter, counts, intervalS, onInterval, isRefreshing, waitsFor, onRefresh } = props
  const refreshing = useKeptFocus<HTMLDivElement>()
  return (
    <div className={classes['toolbar']}>
      <input
        className={classes['filter']}
        type="text"
        aria-label={t('names.filter')}
        placeholder={t('filterHint')}
        value={filter}
        onChange={(event) => onFilter(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onFilter('')
        }}
        autoComplete="off"
        spellCheck={false}
      />
      {props.children}
      <p className={classes['counts']} role="status">
        {counts && (
          <>
            <span>
              {counts.shown === counts.ports
                ? t('count', { ports: counts.ports })
                : t('countShown', { shown: String(counts.shown), ports: counts.ports })}
            </span>
            <span>{` · ${t('countOpen', { open: counts.open })}`}</span>
          </>
        )}
      </p>
      <div ref={refreshing} className={classes['refresh']}>
        <div className={classes['freshness']}>
          {props.onGiveUp ? (
            <>
              <span className={classes['updated']} role="status">
                {t('refresh.slow')}
              </span>
              <Button onClick={props.onGiveUp}>{t('refresh.giveUp')}</Button>
            </>
          ) : props.isOld ? (
            <span className={classes['old']}>{t('refresh.failed')}</span>
          ) : (
            props.readAt > 0 && <UpdatedAgo at={props.readAt} />
          )}
        </div>
        <label className={classes['interval']}>
          <span>{t('refresh.interval')}</span>
          <select
            className={classes['select']}
            value={intervalS}
            onChange={(event) => onInterval(parseInterval(event.currentTarget.value))}
          >
            {intervalsS.map((seconds) => (
              <option key={seconds} value={seconds}>
                {seconds === 0 ? t('refresh.off') : t('refresh.seconds', { seconds: String(seconds) })}
              </option>
            ))}
          </select>
        </label>
        <Button
          data-autofocus
          aria-disabled={waitsFor === null ? undefined : true}
          aria-busy={isRefreshing || undefined}
          title={waitsFor ?? undefined}
          onClick={() => {
            if (waitsFor === null) onRefresh()
          }}
        >
          {t('refresh.button')}
        </Button>
      </div>
    </div>
  )
}
