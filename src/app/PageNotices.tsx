import { useState, useSyncExternalStore } from 'react'
import { lazyPart } from '../components/lazy-part'
import { withLaterMessages } from '../i18n/later-messages'
import { ahead } from '../lib/fetch-ahead'

const LaterParts = lazyPart(
  withLaterMessages(() => import('./LaterParts').then((module) => module.LaterParts)),
)

/** The outcomes of changes, from the first page on that showed something to change or was opened with a plan. */
export function PageNotices() {
  const isNeeded = useSyncExternalStore(ahead.subscribe, ahead.isStarted)
  const [isLinked] = useState(hasFragment)
  const [isLeft, setIsLeft] = useState(false)
  return (isNeeded || isLinked) && !isLeft ? <LaterParts onDismiss={() => setIsLeft(true)} /> : null
}

const hasFragment = () => location.hash !== ''
