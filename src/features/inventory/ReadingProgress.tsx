import { Button, Progress } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { useLanguage } from '../../i18n/LanguageProvider'
import { useErrorWords } from '../../i18n/use-error-words'
import { useCommands } from '../../lib/commands'
import { useCountdown } from '../../lib/timers'
import { UpdatedAgo } from '../port-grid/host/UpdatedAgo'
import classes from './inventory.module.css'
import type { InventoryReader } from './reading/inventory-reader'
import type { InventoryState } from './reading/inventory-state'

interface ReadingProgressProps {
  state: InventoryState
  reader: InventoryReader
  /** What the page is about: apps are read before the ports of their components. */
  of?: 'apps' | 'components'
}

/** How far the reading is, with what stops it or goes on with it, and once it is done, how old what was read is. */
export function ReadingProgress({ state, reader, of = 'components' }: ReadingProgressProps) {
  const t = useTranslations('inventory.progress')
  const { requests, isListed, rest, readAt } = state
  const { read, failed, total } = state[of]
  const phase = of === 'apps' && total > 0 && read + failed === total ? 'done' : state.phase
  const isAllRead = phase === 'done' && read === total
  const isKnown = total > 0 || phase === 'done'
  const canStop = phase === 'reading' || phase === 'resting'
  const offered = canStop ? 'stop' : phase === 'stopped' ? 'resume' : null
  useCommands(
    offered === null
      ? []
      : [{ id: offered, group: 'view', name: t(offered), run: canStop ? reader.stop : reader.start }],
  )
  return (
    <div className={classes['progress']}>
      {phase !== 'done' && (
        <Progress
          size="xs"
          className={classes['bar'] ?? ''}
          value={isListed ? (100 * requests.done) / requests.total : 0}
          aria-hidden
        />
      )}
      <p className={classes['told']} role="status" aria-busy={phase === 'reading' || undefined}>
        {phase === 'stopped' && <span>{t('stopped')}</span>}
        {rest && phase !== 'done' && <Rest key={rest.id} rest={rest} />}
        <span>
          {isAllRead
            ? t(`allRead.${of}`, { total })
            : isKnown
              ? t(`read.${of}`, { read, total })
              : t('listing')}
        </span>
        {state.lastVisitAt !== null && <LastVisit at={state.lastVisitAt} />}
        {phase === 'reading' && state.leftMs !== null && <TimeLeft leftMs={state.leftMs} />}
      </p>
      {readAt !== null && <UpdatedAgo at={readAt} />}
      {phase === 'stopped' && (
        <Button size="xs" onClick={reader.start}>
          {t('resume')}
        </Button>
      )}
      {canStop && (
        <Button size="xs" onClick={reader.stop}>
          {t('stop')}
        </Button>
      )}
    </div>
  )
}

function LastVisit({ at }: { at: number }) {
  const t = useTranslations('inventory.progress')
  const { language } = useLanguage()
  // Without a year: nothing is kept for longer than a week.
  const time = new Intl.DateTimeFormat(language, {
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(at)
  return <span>{t('lastVisit', { time })}</span>
}

function TimeLeft({ leftMs }: { leftMs: number }) {
  const t = useTranslations('inventory.progress')
  // By fives, so that it doesn't flicker.
  const seconds = Math.max(5, Math.ceil(leftMs / 5000) * 5)
  if (seconds < 90) return <span className={classes['left']}>{t('left', { seconds })}</span>
  return (
    <span className={classes['left']}>{t('leftMinutes', { minutes: String(Math.ceil(seconds / 60)) })}</span>
  )
}

function Rest({ rest: { error, seconds: from } }: { rest: NonNullable<InventoryState['rest']> }) {
  const t = useTranslations('inventory.progress')
  const words = useErrorWords()
  const seconds = useCountdown(from)
  if (error.kind === 'unauthenticated') return <span>{t('signIn')}</span>
  if (error.kind === 'offline') return <span>{t('offline')}</span>
  if (error.kind === 'throttled') return <span>{t('limited', { seconds: String(seconds) })}</span>
  return <span>{words(error).message}</span>
}
