import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import classes from './toolbar-parts.module.css'

function subscribeToSeconds(listener: () => void) {
  const timer = setInterval(listener, 1000)
  return () => clearInterval(timer)
}

// Whole seconds, so that two reads within one second are equal.
const nowSeconds = () => Math.floor(Date.now() / 1000)

interface UpdatedAgoProps {
  /** Milliseconds since 1970. */
  at: number
}

/** How long ago the ports were read. Renders every second and keeps its width. */
export function UpdatedAgo({ at }: UpdatedAgoProps) {
  const t = useTranslations('ports')
  const now = useSyncExternalStore(subscribeToSeconds, nowSeconds)
  const seconds = Math.max(0, now - Math.floor(at / 1000))
  const text =
    seconds < 2
      ? t('refresh.now')
      : seconds < 60
        ? t('refresh.secondsAgo', { seconds: String(seconds) })
        : t('refresh.minutesAgo', { minutes: String(Math.floor(seconds / 60)) })
  return <span className={classes['updated']}>{text}</span>
}
