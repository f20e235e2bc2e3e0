import { Button } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { useLanguage } from '../../../i18n/LanguageProvider'
import { componentOf } from '../engine/target'
import { ReportText } from '../report/ReportText'
import { useNotices } from '../use-engine'
import { NoticeDetails } from './NoticeDetails'
import { NoticeText } from './NoticeText'
import { usePlaces } from '../component-places'
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
  const { outcomes, direction, at } = notice
  const [only, ...others] = outcomes
  const time = new Date(at)
  return (
    <div className={classes['body']}>
      {only && others.length === 0 ? (
        <>
          <div className={classes['text']}>
            <NoticeText
              outcome={only}
              direction={direction}
              component={isShown(only.target.component) ? componentOf(only.target) : null}
            />
          </div>
          <NoticeDetails details={only.details} />
        </>
      ) : (
        <div className={classes['text']}>
          <ReportText outcomes={outcomes} />
        </div>
      )}
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
  const tReport = useTranslations('report')
  const notices = useNotices()
  const list = useSyncExternalStore(notices.subscribe, notices.list)
  const offer = takenBack && offerOf(takenBack)
  const isLast = offer !== undefined && lastWith(list, offer) === takenBack
  const keys = offer && undoKeys[offer]
  return (
    <>
      {notice.outcomes.length > 1 && (
        <Button size="xs" aria-haspopup="dialog" onClick={() => notices.openReport(notice.id)}>
          {tReport('open')}
        </Button>
      )}
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
