import { useTranslations } from 'use-intl'
import { Link } from 'wouter'
import { componentName } from '../../../api/names'
import { gapBetween, joinSentences } from '../../../i18n/join-sentences'
import { type ErrorWords, useErrorWords } from '../../../i18n/use-error-words'
import { visibleText } from '../../../lib/text/clean-text'
import { useChangeSentences, useLeftAloneWords } from '../words/change-words'
import { useLossWords } from '../words/loss-words'
import { useReasonWords, whatOf } from '../words/refusal-words'
import { problemOf } from '../engine/stores/port-activity'
import { componentOf } from '../engine/target'
import { usePlaces } from '../component-places'
import type { Outcome } from '../engine/outcome'
import type { Direction } from './notices'
import classes from './notices.module.css'

interface NoticeTextProps {
  outcome: Outcome
  direction: Direction
  /** The `service_id` of the component on the screen, if there is one: changes of others are shown with a link. */
  component: string | null
}

/** A run of text; the parts follow each other in one paragraph. */
interface Part {
  name: 'direction' | 'message' | 'changes' | 'detail' | 'left-alone' | 'losses'
  text: string
}

/** The outcome of a change: the new state, what went wrong, and what an undo can't bring back. */
export function NoticeText({ outcome, direction, component }: NoticeTextProps) {
  const t = useTranslations('plan')
  const tRefusals = useTranslations('refusals')
  const sentenceOf = useChangeSentences()
  const errorWords = useErrorWords()
  const reasonWords = useReasonWords()
  const lossWords = useLossWords()
  const leftAloneWords = useLeftAloneWords()
  const { pathOf } = usePlaces()
  const { target, isUndo, losses, leftAlone } = outcome
  const isTakenBack = isUndo && outcome.kind === 'done' && outcome.steps.length > 0
  const isRedo = direction === 'redo'
  const { message, detail } = words()
  const elsewhere =
    componentOf(target) === component
      ? ''
      : t('notices.elsewhere', { component: componentName(target.component) })
  const parts: Part[] = [
    { name: 'direction', text: isTakenBack ? t(isRedo ? 'notices.redone' : 'notices.undone') : '' },
    { name: 'message', text: message },
    { name: 'changes', text: joinSentences(outcome.changes.map(sentenceOf)) },
    { name: 'detail', text: detail ?? '' },
    { name: 'left-alone', text: under('notices.leftAlone', leftAlone.map(leftAloneWords)) },
    { name: 'losses', text: under('notices.undoNot', losses.map(lossWords)) },
  ]
  const shown = parts.filter(({ text }) => text !== '')

  return (
    <>
      {elsewhere !== '' && (
        <Link href={pathOf(target)} className={classes['link']}>
          {visibleText(elsewhere)}
        </Link>
      )}
      {shown.map(({ name, text }, at) => {
        const Element = name === 'direction' ? 'strong' : 'span'
        const isDetail = name === 'detail' || name === 'left-alone' || name === 'losses'
        return (
          <Element key={name} className={isDetail ? classes['detail'] : undefined}>
            {visibleText(gapBetween(shown[at - 1]?.text ?? elsewhere, text) + text)}
          </Element>
        )
      })}
    </>
  )

  function under(title: 'notices.leftAlone' | 'notices.undoNot', sentences: readonly string[]): string {
    return sentences.length === 0 ? '' : joinSentences([t(title), ...sentences])
  }

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
          message: joinSentences([errorWords(outcome.error).message, t('notices.notReadBack')]),
          detail: undefined,
        }
      case 'partly': {
        const why = outcome.error && errorWords(outcome.error)
        return {
          message: joinSentences([
            why?.message,
            t(outcome.isReadBack ? 'notices.partly' : 'notices.notReadBack'),
          ]),
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
      joinSentences([
        t('notices.port', { port: String(port) }),
        isKnown ? tRefusals(`refused.${whatOf(desired)}`) : undefined,
      ]),
    )
    if (isUndo && isKnown) what.push(t(isRedo ? 'notices.notRedone' : 'notices.notUndone'))
    return { message: joinSentences([...what, why.message]), detail: why.detail }
  }
}
