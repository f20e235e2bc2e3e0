import { useState, useSyncExternalStore } from 'react'
import { lazyPart } from '../components/lazy-part'
import { withLaterMessages } from '../i18n/later-messages'
import { ahead } from '../lib/fetch-ahead'

const NoticeRegion = lazyPart(
  withLaterMessages(() =>
    import('../features/change/notices/shown/NoticeRegion').then((module) => module.NoticeRegion),
  ),
)

/** The outcomes of changes, from the first page on that showed something to change. */
export function PageNotices() {
  const isNeeded = useSyncExternalStore(ahead.subscribe, ahead.isStarted)
  const [isLeft, setIsLeft] = useState(false)
  return isNeeded && !isLeft ? <NoticeRegion onDismiss={() => setIsLeft(true)} /> : null
}
