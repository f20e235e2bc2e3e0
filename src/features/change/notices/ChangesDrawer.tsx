import { CloseButton } from '@mantine/core'
import { useEffect, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { Drawer } from '../../../components/overlay/Drawer'
import { useKeptFocus } from '../../../lib/dom/focus'
import { useNotices, useIsAsked } from '../use-engine'
import { NoticeBody } from './NoticeBody'
import classes from './changes-drawer.module.css'
import { isFailure } from './offers'

interface ChangesDrawerProps {
  /** `isLeft`: the person closed it. */
  onClose: (isLeft: boolean) => void
}

/** What was changed in this tab, newest first. It makes way for a plan that has to be reviewed. */
export function ChangesDrawer({ onClose }: ChangesDrawerProps) {
  const t = useTranslations('plan')
  const notices = useNotices()
  const list = useSyncExternalStore(notices.subscribe, notices.list)
  const isAsked = useIsAsked()
  const place = useKeptFocus<HTMLDivElement>()

  useEffect(() => {
    if (isAsked) onClose(false)
  }, [isAsked, onClose])

  return (
    <Drawer title={t('notices.title')} onClose={() => onClose(true)}>
      <div ref={place} tabIndex={-1} className={classes['changes']}>
        {list.length === 0 && <p className={classes['none']}>{t('notices.none')}</p>}
        <ul>
          {list.map((notice) => (
            <li key={notice.id} data-failure={isFailure(notice) || undefined}>
              <NoticeBody
                notice={notice}
                takenBack={notice.canUndo || notice.isRunning ? notice : undefined}
              />
              <CloseButton
                aria-label={t('buttons.dismiss')}
                data-tooltip={t('buttons.dismiss')}
                onClick={() => notices.dismiss(notice.id)}
              />
            </li>
          ))}
        </ul>
      </div>
    </Drawer>
  )
}
