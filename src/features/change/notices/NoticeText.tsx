import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { componentName } from '../../../api/names'
import { type ErrorWords, useErrorWords } from '../../../i18n/use-error-words'
import { visibleText } from '../../../lib/text/clean-text'
import { useChangeSentences, useLeftAloneWords } from '../words/change-words'
import { useLossWords } from '../words/loss-words'
import { useReasonWords, whatOf } from '../words/refusal-words'
import { problemOf } from '../engine/stores/port-activity'
import { componentOf } from '../engine/target'
import { usePlaces } from './component-places'
import type { Notice } from './notices'
import classes from './notices.module.css'

interface NoticeTextProps {
  notice: Pick<Notice, 'outcome' | 'direction'>
  /** The `service_id` of the component on the screen, if there is one: changes of others are shown with a link. */
  component: string | null
}

/** The outcome of a change: the new state, what went wrong, and what an undo can't bring back. */
export function NoticeText({ notice, component }: NoticeTextProps) {
  const t = useTranslations('plan')
  const sentenceOf = useChangeSentences()
  const errorWords = useErrorWords()
  const reasonWords = useReasonWords()
  const lossWords = useLossWords()
  const leftAloneWords = useLeftAloneWords()
  const { pathOf } = usePlaces()
  const { outcome } = notice
  const { target, isUndo, losses, leftAlone } = outcome
  const isTakenBack = isUndo && outcome.kind === 'done' && outcome.steps.length > 0
  const isRedo = notice.direction === 'redo'
  const { message, detail } = words()
  const done = outcome.changes.map(sentenceOf)

  return (
    <>
      {componentOf(target) !== component && (
        <>
          <Link href={pathOf(target)} className={classes['link']}>
            {visibleText(t('notices.elsewhere', { component: componentName(target.component) }))}
          </Link>
          <span> </span>
        </>
      )}
      {isTakenBack && <strong>{`${t(isRedo ? 'notices.redone' : 'notices.undone')} `}</strong>}
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
        return {
          message:
            isUndo && !isTakenBack ? t(isRedo ? 'notices.nothingToRedo' : 'notices.nothingToUndo') : '',
          detail: undefined,
        }
      case 'unclear':
        if (!outcome.isAnswered) return problemWords()
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
      case 'refused':
      case 'not-started':
        return problemWords()
    }
  }

  /** Which ports it was about, and why they are not as asked for, or may not be. */
  function problemWords(): ErrorWords {
    const problem = problemOf(outcome)
    if (problem === null) return { message: '', detail: undefined }
    const why = reasonWords(problem)
    const isKnown = problem.reason !== 'not-known'
    const what = (outcome.desired?.ports ?? []).map(([port, desired]) =>
      [t('notices.port', { port: String(port) }), isKnown && t(`refused.${whatOf(desired)}`)]
        .filter(Boolean)
        .join(' '),
    )
    if (isUndo && isKnown) what.push(t(isRedo ? 'notices.notRedone' : 'notices.notUndone'))
    return { message: [...what, why.message].join(' '), detail: why.detail }
  }
}
