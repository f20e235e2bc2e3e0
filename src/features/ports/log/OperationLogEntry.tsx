import { useTranslations } from 'use-intl'
import type { Event } from '../../../api/contract/event'
import { plainWords } from '../../../api/contract/plain-words'
import { useLanguage } from '../../../i18n/LanguageProvider'
import { visibleText } from '../../../lib/text/clean-text'
import { startOf } from './log-order'
import { logTime, useLogWords } from './log-words'
import classes from './operation-log.module.css'

interface OperationLogEntryProps {
  event: Event
}

/** One operation: what, with which outcome, by whom and when, and the cluster's message. */
export function OperationLogEntry({ event }: OperationLogEntryProps) {
  const t = useTranslations('log')
  const { language } = useLanguage()
  const words = useLogWords()
  const operation = words.operation(event.opt_type)
  const start = startOf(event)
  const plain = plainWords(event.message)
  const message = plain === undefined ? undefined : visibleText(plain)
  return (
    <li className={classes['entry']}>
      <span className={classes['operation']}>{operation ?? <code>{visibleText(event.opt_type)}</code>}</span>
      <span className={classes['status']} data-status={event.status ?? undefined}>
        {words.status(event)}
      </span>
      <span className={classes['circumstances']}>
        {start === undefined ? (
          <span>{t('noTime')}</span>
        ) : (
          <time dateTime={start} title={start}>
            {logTime(start, language)}
          </time>
        )}
        <span>{` · ${event.user_name ? t('by', { user: visibleText(event.user_name) }) : t('nobody')}`}</span>
      </span>
      {message !== undefined ? (
        <bdi className={classes['message']} title={message}>
          {message}
        </bdi>
      ) : null}
    </li>
  )
}
