import IconCircleCheck from '@tabler/icons-react/icons/IconCircleCheck'
import IconCircleX from '@tabler/icons-react/icons/IconCircleX'
import IconClock from '@tabler/icons-react/icons/IconClock'
import { useTranslations } from 'use-intl'
import type { Event } from '../../../api/contract/event'
import { plainWords } from '../../../api/contract/plain-words'
import { useLanguage } from '../../../i18n/LanguageProvider'
import { visibleText } from '../../../lib/text/clean-text'
import { shortTime } from './log-days'
import { startOf } from './log-order'
import { logTime, momentOf, statusOf, useLogWords } from './log-words'
import classes from './operation-log.module.css'

interface OperationLogEntryProps {
  event: Event
  /** The present, in milliseconds since 1970. */
  now: number
}

/** One operation: what, with which outcome, by whom and when, and the cluster's message. */
export function OperationLogEntry({ event, now }: OperationLogEntryProps) {
  const t = useTranslations('log')
  const { language } = useLanguage()
  const words = useLogWords()
  const operation = words.operation(event)
  const start = startOf(event)
  const moment = momentOf(start)
  const plain = plainWords(event.message)
  const message = plain === undefined ? undefined : visibleText(plain)
  return (
    <li className={classes['entry']}>
      <StatusIcon event={event} />
      <span className={classes['operation']}>{operation ?? <code>{visibleText(event.opt_type)}</code>}</span>
      <span className={classes['status']} data-status={event.status ?? undefined}>
        {words.status(event)}
      </span>
      <span className={classes['circumstances']}>
        <span>{event.user_name ? t('by', { user: visibleText(event.user_name) }) : t('nobody')}</span>
        <span>{' · '}</span>
        {start === undefined ? (
          <span>{t('noTime')}</span>
        ) : (
          <time dateTime={start} data-tooltip={logTime(start, language)} title={logTime(start, language)}>
            {moment === null ? start : shortTime(moment, now, language)}
          </time>
        )}
      </span>
      {message !== undefined ? (
        <bdi className={classes['message']} title={message}>
          {message}
        </bdi>
      ) : null}
    </li>
  )
}

function StatusIcon({ event }: { event: Event }) {
  const status = statusOf(event)
  const known = 'known' in status ? status.known : null
  const Icon =
    known === 'success'
      ? IconCircleCheck
      : known === 'failure' || known === 'timeout'
        ? IconCircleX
        : IconClock
  return <Icon size={18} stroke={1.75} className={classes['icon']} data-status={known} aria-hidden />
}
