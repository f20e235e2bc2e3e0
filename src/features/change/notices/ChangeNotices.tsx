import { Button } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { useKeptFocus } from '../../../lib/dom/focus'
import { GiveUpButton, useDelay } from '../review/DelayNote'
import classes from '../review/plan.module.css'
import { useNotices } from '../use-engine'
import { NoticeText } from './NoticeText'
import type { Notice } from './notices'

interface ChangeNoticesProps {
  /** The `service_id` of the component on the screen. */
  component: string
}

/**
 * The outcomes of the changes made on this page, each with its undo; the last one is visible and announced. Its space above
 * the grid is reserved, so that it neither covers nor moves a row.
 */
export function ChangeNotices({ component }: ChangeNoticesProps) {
  const t = useTranslations('plan')
  const notices = useNotices()
  const delay = useDelay(component)
  const place = useKeptFocus<HTMLElement>()
  const [latest, ...earlier] = useSyncExternalStore(notices.subscribe, notices.list)

  return (
    <section ref={place} className={classes['notices']} tabIndex={-1} aria-label={t('notices.label')}>
      <div
        className={classes['latest']}
        role="status"
        data-kind={delay === null ? latest?.outcome.kind : undefined}
      >
        {delay !== null
          ? t(`delays.${delay}`)
          : latest && <NoticeText notice={latest} component={component} />}
      </div>
      {delay !== null ? <GiveUpButton component={component} /> : latest && <NoticeButtons notice={latest} />}
      {earlier.length > 0 && (
        <details className={classes['earlier']}>
          <summary>{t('notices.earlier', { count: String(earlier.length) })}</summary>
          <ul>
            {earlier.map((notice) => (
              <li key={notice.id}>
                <div className={classes['latest']} data-kind={notice.outcome.kind}>
                  <NoticeText notice={notice} component={component} />
                </div>
                <NoticeButtons notice={notice} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function NoticeButtons({ notice }: { notice: Notice }) {
  const t = useTranslations('plan')
  const notices = useNotices()
  return (
    <div className={classes['noticeButtons']}>
      {notice.canRetry && <Button onClick={() => notices.retry(notice.id)}>{t('buttons.try-again')}</Button>}
      {notice.canUndo && <Button onClick={() => notices.undo(notice.id)}>{t('buttons.undo')}</Button>}
      <button
        type="button"
        className={classes['dismiss']}
        aria-label={t('buttons.dismiss')}
        onClick={() => notices.dismiss(notice.id)}
      >
        ×
      </button>
    </div>
  )
}
