import { Button } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { useLanguage } from '../../../i18n/LanguageProvider'
import { componentOf } from '../engine/target'
import { useNotices } from '../use-engine'
import { NoticeDetails } from './NoticeDetails'
import { NoticeText } from './NoticeText'
import { usePlaces } from './component-places'
import type { Notice } from './notices'
import classes from './notices.module.css'
import { lastWith, offerOf } from './offers'
import { undoKeys } from './undo-keys'

interface NoticeBodyProps {
  notice: Notice
  /** What its button takes back: the notice itself, or the change of which the undo was refused. */
  takenBack: Notice | undefined
}

/** What became of a change, with what changed, when, and a way back. */
export function NoticeBody({ notice, takenBack }: NoticeBodyProps) {
  const { isShown } = usePlaces()
  const { language } = useLanguage()
  const { outcome, at } = notice
  const { target } = outcome
  const time = new Date(at)
  return (
    <div className={classes['body']}>
      <div className={classes['text']}>
        <NoticeText notice={notice} component={isShown(target.component) ? componentOf(target) : null} />
      </div>
      <NoticeDetails details={outcome.details} />
      <div className={classes['foot']}>
        <time className={classes['time']} dateTime={time.toISOString()}>
          {new Intl.DateTimeFormat(language, { timeStyle: 'medium' }).format(time)}
        </time>
        <NoticeButtons notice={notice} takenBack={takenBack} />
      </div>
    </div>
  )
}

/** The button stays while it works, and becomes its opposite: the focus stays with it. */
function NoticeButtons({ notice, takenBack }: NoticeBodyProps) {
  const t = useTranslations('plan')
  const notices = useNotices()
  const list = useSyncExternalStore(notices.subscribe, notices.list)
  const offer = takenBack && offerOf(takenBack)
  const isLast = offer !== undefined && lastWith(list, offer) === takenBack
  const keys = offer && undoKeys[offer]
  return (
    <>
      {notice.canRetry && (
        <Button size="xs" onClick={() => notices.retry(notice.id)}>
          {t('buttons.try-again')}
        </Button>
      )}
      {takenBack && offer && (
        <Button
          size="xs"
          aria-disabled={takenBack.isRunning || undefined}
          aria-keyshortcuts={isLast ? keys?.aria : undefined}
          data-tooltip={
            isLast && keys
              ? t('notices.shortcut', { action: t(`buttons.${offer}`), keys: keys.shown })
              : undefined
          }
          onClick={() => notices.undo(takenBack.id)}
        >
          {t(`buttons.${offer}`)}
        </Button>
      )}
    </>
  )
}
