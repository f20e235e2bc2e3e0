import { Button } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { RefreshButton } from '../../../components/page/RefreshButton'
import { useCommands } from '../../../lib/commands'
import { useKeptFocus } from '../../../lib/dom/focus'
import { UpdatedAgo } from '../../port-grid/host/UpdatedAgo'
import type { IntervalS } from '../reading/refresh'
import { RefreshInterval } from './RefreshInterval'
import classes from './toolbar.module.css'

export interface RefreshControlsProps {
  intervalS: IntervalS
  onInterval: (seconds: IntervalS) => void
  isRefreshing: boolean
  /** Why a refresh has to wait; null if it doesn't. */
  waitsFor: string | null
  onRefresh: () => void
  readAt: number
  /** Stops waiting for the current read; null until it takes longer than usual. */
  onGiveUp: (() => void) | null
}

/** How old the ports on the screen are, and what reads them again: now, or at an interval. */
export function RefreshControls(props: RefreshControlsProps) {
  const t = useTranslations('ports')
  const { intervalS, onInterval, isRefreshing, waitsFor, onRefresh, readAt, onGiveUp } = props
  const place = useKeptFocus<HTMLDivElement>()
  useCommands([
    { id: 'refresh', group: 'view', name: t('refresh.button'), blocked: waitsFor, run: onRefresh },
  ])
  return (
    <div ref={place} className={classes['refresh']}>
      <div className={classes['freshness']}>
        {onGiveUp ? (
          <>
            <span role="status">{t('refresh.slow')}</span>
            <Button size="xs" onClick={onGiveUp}>
              {t('refresh.giveUp')}
            </Button>
          </>
        ) : (
          readAt > 0 && <UpdatedAgo at={readAt} />
        )}
      </div>
      <div className={classes['refreshing']}>
        <RefreshButton
          data-autofocus
          label={t('refresh.button')}
          data-tooltip={waitsFor ?? t('refresh.button')}
          aria-disabled={waitsFor === null ? undefined : true}
          isBusy={isRefreshing}
          onClick={() => {
            if (waitsFor === null) onRefresh()
          }}
        />
        <RefreshInterval intervalS={intervalS} onInterval={onInterval} />
      </div>
    </div>
  )
}
