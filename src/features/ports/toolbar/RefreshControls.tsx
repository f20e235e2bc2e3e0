import { Button } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { RefreshButton } from '../../../components/page/RefreshButton'
import { useCommands } from '../../../lib/commands'
import type { ComponentRef } from '../../../api/paths'
import { useKeptFocus } from '../../../lib/dom/focus'
import { useIsBusy } from '../../change/use-engine'
import { UpdatedAgo } from '../../port-grid/host/UpdatedAgo'
import type { IntervalS } from '../reading/refresh'
import { useReading } from '../reading/use-reading'
import { RefreshInterval } from './RefreshInterval'
import classes from './toolbar.module.css'

export interface RefreshControlsProps {
  componentRef: ComponentRef
  intervalS: IntervalS
  onInterval: (seconds: IntervalS) => void
}

/** How old the ports on the screen are, and what reads them again: now, or at an interval. */
export function RefreshControls({ componentRef, intervalS, onInterval }: RefreshControlsProps) {
  const t = useTranslations('ports')
  const isBusy = useIsBusy(componentRef.component)
  const { isReading, isSlow, readAt, refresh, giveUp } = useReading(componentRef)
  const isTold = isSlow && !isBusy
  const waitsFor = isBusy ? t('refresh.waits') : null
  const place = useKeptFocus<HTMLDivElement>()
  useCommands([{ id: 'refresh', group: 'view', name: t('refresh.button'), blocked: waitsFor, run: refresh }])
  return (
    <div ref={place} className={classes['refresh']}>
      {/* The key makes one take the other's place, where it would grow out of it. */}
      <div key={isTold ? 'slow' : 'age'} className={classes['freshness']}>
        {isTold ? (
          <>
            <span role="status">{t('refresh.slow')}</span>
            <Button size="xs" onClick={giveUp}>
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
          isBusy={isReading}
          onClick={() => {
            if (waitsFor === null) refresh()
          }}
        />
        <RefreshInterval intervalS={intervalS} onInterval={onInterval} />
      </div>
    </div>
  )
}
