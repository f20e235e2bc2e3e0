import {
  createNotificationsStore,
  type NotificationData,
  Notifications,
  notifications,
} from '@mantine/notifications'
import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle'
import IconArrowBackUp from '@tabler/icons-react/icons/IconArrowBackUp'
import IconArrowForwardUp from '@tabler/icons-react/icons/IconArrowForwardUp'
import IconCircleCheck from '@tabler/icons-react/icons/IconCircleCheck'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import type { Delayed } from '../../engine/stores/delays'
import { componentOf } from '../../engine/target'
import { useNotices } from '../../use-engine'
import { DelayBody } from './DelayBody'
import { NoticeBody } from '../NoticeBody'
import type { Notice } from '../notices'
import classes from '../notices.module.css'
import { isFailure, takenBackOf } from '../offers'

/** How long an outcome is shown by itself, in milliseconds: long enough to be read, and to reach its button by keyboard. */
const shownMs = 15_000

interface NoticeStackProps {
  notices: readonly Notice[]
  delayed: readonly Delayed[]
  /** While true, nothing closes by itself. */
  isHeld: boolean
  onClose: (notice: Notice) => void
}

/** Mantine's notifications, of what is to be shown now. */
export function NoticeStack({ notices, delayed, isHeld, onClose }: NoticeStackProps) {
  const t = useTranslations('plan.buttons')
  const [store] = useState(createNotificationsStore)

  useEffect(() => {
    const classNames = {
      root: classes['notice'] ?? '',
      icon: classes['icon'] ?? '',
      loader: classes['loader'] ?? '',
      body: classes['content'] ?? '',
      description: classes['description'] ?? '',
      closeButton: classes['close'] ?? '',
    }
    const shown: NotificationData[] = notices.map((notice) => ({
      // Of the chain: what an undo came to replaces what it undid, in place.
      id: String(notice.chain),
      role: 'group',
      message: <ChainBody chain={notice.chain} />,
      icon: iconOf(notice),
      'data-kind': isFailure(notice) ? 'failure' : notice.direction,
      autoClose: isHeld || notice.isRunning || isFailure(notice) ? false : shownMs,
      onClose: () => onClose(notice),
      closeButtonProps: { 'aria-label': t('dismiss') },
      classNames,
    }))
    const waiting: NotificationData[] = delayed.map((delay) => ({
      id: `delay ${componentOf(delay.target)}`,
      role: 'group',
      message: <DelayBody delayed={delay} />,
      loading: true,
      loaderProps: { size: 16 },
      autoClose: false,
      allowClose: false,
      classNames,
    }))
    notifications.updateState(store, (current) =>
      [...waiting, ...shown].map((data) => ({ ...current.find(({ id }) => id === data.id), ...data })),
    )
  }, [notices, delayed, isHeld, onClose, store, t])

  return (
    <Notifications
      store={store}
      withinPortal={false}
      containerWidth="100%"
      notificationMaxHeight="none"
      // One that is replaced goes at once; what comes fades in by the style sheet.
      transitionDuration={0}
      classNames={{ root: classes['stack'] ?? '' }}
    />
  )
}

/** The newest notice of a chain. */
function ChainBody({ chain }: { chain: number }) {
  const notices = useNotices()
  const list = useSyncExternalStore(notices.subscribe, notices.list)
  const notice = list.find((each) => each.chain === chain)
  return notice?.isShown ? <NoticeBody notice={notice} takenBack={takenBackOf(list, chain)} /> : null
}

function iconOf(notice: Notice) {
  const look = { size: 18, stroke: 1.75 }
  if (isFailure(notice)) return <IconAlertTriangle {...look} />
  switch (notice.direction) {
    case 'change':
      return <IconCircleCheck {...look} />
    case 'undo':
      return <IconArrowBackUp {...look} />
    case 'redo':
      return <IconArrowForwardUp {...look} />
  }
}
