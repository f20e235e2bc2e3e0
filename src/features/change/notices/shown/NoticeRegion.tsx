import { useMediaQuery } from '@mantine/hooks'
import { useMemo, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { lazyPart } from '../../../../components/lazy-part'
import { useEngine, useNotices, useIsAsked } from '../../use-engine'
import type { Notice } from '../notices'
import classes from '../notices.module.css'
import { shownNotices } from '../offers'
import { InterruptedRun } from './InterruptedRun'
import { ReportHost } from './ReportHost'
import { useLift } from './use-lift'
import { useNoticeKeys } from './use-notice-keys'
import { useRegionFocus } from './use-region-focus'
import { useUndoCommands } from './use-undo-commands'

const NoticeStack = lazyPart(() => import('./NoticeStack').then((module) => module.NoticeStack))

const none: readonly never[] = []

/**
 * The last change, what went wrong, and what takes longer, at the bottom of the window: whatever page is shown, also
 * after the component's page was left. The elements that announce what comes into them are there before it does.
 */
export function NoticeRegion() {
  const t = useTranslations('plan')
  const { delays } = useEngine()
  const notices = useNotices()
  const list = useSyncExternalStore(notices.subscribe, notices.list)
  const allDelayed = useSyncExternalStore(delays.subscribe, delays.list)
  const delayed = useMemo(() => allDelayed.slice(0, 1), [allDelayed])
  const isNarrow = useMediaQuery('(max-width: 36em), (max-height: 30em)')
  const isAsked = useIsAsked()
  const { region, isFocused, leave } = useRegionFocus()
  const max = (isNarrow ? 1 : 3) - delayed.length
  const { failures, outcomes } = useMemo(() => shownNotices(list, max), [list, max])
  const isHeld = isFocused || isAsked
  useNoticeKeys({ region, leave, isAsked })
  useUndoCommands(list)
  useLift(
    region,
    list.find(({ isShown }) => isShown),
  )

  function handleClose(notice: Notice) {
    leave()
    notices.hide(notice.id)
  }

  return (
    <>
      <ReportHost />
      {/* The page can be scrolled further, so that what is shown covers none of its last rows for good. */}
      <div className={classes['room']} />
      <section ref={region} className={classes['region']} aria-label={t('notices.label')} tabIndex={-1}>
        <div role="status" aria-atomic={false} className={classes['stacks']}>
          <InterruptedRun />
          <div aria-live="assertive">
            {failures.length > 0 && (
              <NoticeStack
                notices={failures}
                delayed={none}
                isHeld={isHeld}
                onClose={handleClose}
                onDismiss={() => failures.forEach(handleClose)}
              />
            )}
          </div>
          <div>
            {(outcomes.length > 0 || delayed.length > 0) && (
              <NoticeStack
                notices={outcomes}
                delayed={delayed}
                isHeld={isHeld}
                onClose={handleClose}
                onDismiss={() => outcomes.forEach(handleClose)}
              />
            )}
          </div>
        </div>
      </section>
    </>
  )
}
