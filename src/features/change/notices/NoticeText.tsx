import { useTranslations } from 'use-intl'
import { componentName } from '../../../api/names'
import { type ErrorWords, useErrorWords } from '../../../i18n/use-error-words'
import { visibleText } from '../../../lib/text/clean-text'
import type { Notice } from '../engine/notice'
import classes from '../review/plan.module.css'
import { useChangeSentences, useLeftAloneWords } from '../words/change-words'
import { useLossWords } from '../words/loss-words'
import { useReasonWords, whatOf } from '../words/refusal-words'

interface NoticeTextProps {
  notice: Notice
  /** The `service_id` of the component on the screen: changes of others are shown with their name. */
  component: string
}

/** The outcome of a change: the new state, what went wrong, and what an undo can't bring back. */
export function NoticeText({ notice, component }: NoticeTextProps) {
  const t = useTranslations('plan')
  const sentenceOf = useChangeSentences()
  const errorWords = useErrorWords()
  const reasonWords = useReasonWords()
  const lossWords = useLossWords()
  const leftAloneWords = useLeftAloneWords()
  const { outcome, losses, leftAlone } = notice
  const { message, detail } = words()
  const done = notice.changes.map(sentenceOf)

  return (
    <>
      {notice.target.ref.component !== component && (
        <strong>{`${t('notices.elsewhere', { component: componentName(notice.target.component) })} `}</strong>
      )}
      {notice.isUndo && outcome.kind === 'done' && <strong>{`${t('notices.undone')} `}</strong>}
      {message !== '' && <span>{visibleText(`${message} `)}</span>}
      <span>{visibleText(done.join(' '))}</span>
      {detail !== undefined && <span className={classes['detail']}>{visibleText(` ${detail}`)}</span>}
      {leftAlone.length > 0 && (
        <span className={classes['detail']}>
          {visibleText(` ${[t('notices.leftAlone'), ...leftAlone.map(leftAloneWords)].join(' ')}`)}
        </span>
      )}
      {losses.length > 0 && (
        <span className={classes['detail']}>
          {visibleText(` ${[t('notices.undoNot'), ...losses.map(lossWords)].join(' ')}`)}
        </span>
      )}
    </>
  )

  function words(): ErrorWords {
    switch (outcome.kind) {
      case 'done':
        return { message: '', detail: undefined }
      case 'not-read-back':
        return {
          message: `${errorWords(outcome.error).message} ${t('notices.notReadBack')}`,
          detail: undefined,
        }
      case 'partly': {
        const why = outcome.error && errorWords(outcome.error)
        return {
          message: [why?.message, t(outcome.isReadBack ? 'notices.partly' : 'notices.notReadBack')].join(' '),
          detail: why?.detail,
        }
      }
      case 'refused': {
        const why = reasonWords(outcome.why)
        const isKnown = outcome.why.reason !== 'not-known'
        const what = [...notice.desired].map(([port, desired]) =>
          [t('notices.port', { port: String(port) }), isKnown && t(`refused.${whatOf(desired)}`)]
            .filter(Boolean)
            .join(' '),
        )
        if (notice.isUndo && isKnown) what.push(t('notices.notUndone'))
        return { message: [...what, why.message].join(' '), detail: why.detail }
      }
      case 'nothing-to-undo':
        return { message: t('notices.nothingToUndo'), detail: undefined }
    }
  }
}
