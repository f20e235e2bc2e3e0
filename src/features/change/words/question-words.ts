import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { componentName } from '../../../api/names'
import type { Translate } from '../../../i18n/translate'
import { visibleText } from '../../../lib/text/clean-text'
import type { ReviewPart } from '../engine/stores/review'
import { questionOf } from './question'

export interface QuestionWords {
  /** The question that a review asks: its title. */
  title: string
  /** What its confirming button does. */
  action: string
}

/** Returns the words for what a review asks. */
export function useQuestionWords(parts: readonly ReviewPart[]): QuestionWords {
  const t = useTranslations('plan')
  return useMemo(() => questionWords(t, parts), [t, parts])
}

/** Returns the words for what a review asks. */
export function questionWords(t: Translate<'plan'>, parts: readonly ReviewPart[]): QuestionWords {
  const question = questionOf(parts)
  switch (question.kind) {
    case 'alias':
    case 'protocol':
    case 'internalDomain': {
      const port = 'port' in question ? String(question.port) : ''
      const value = visibleText(question.value)
      return {
        title: t(`questions.${question.kind}`, { port, value }),
        action: t(`actions.${question.kind}`),
      }
    }
    case 'addSeveral':
    case 'deleteSeveral': {
      const ports = { ports: question.ports }
      return {
        title: t(`questions.${question.kind}`, ports),
        action: t(`actions.${question.kind}`, ports),
      }
    }
    case 'steps': {
      const { steps, components } = question
      const [part] = parts
      const component = part ? componentName(part.target.component) : ''
      const title =
        components === 1
          ? t('questions.steps', { steps, component })
          : t('questions.stepsOfSeveral', { steps, components })
      return { title, action: t('actions.steps', { steps }) }
    }
    case 'add':
    case 'addOpen':
    case 'change':
    case 'closeInner':
    case 'closeOuter':
    case 'delete':
    case 'openInner':
    case 'openOuter': {
      const port = { port: String(question.port) }
      return { title: t(`questions.${question.kind}`, port), action: t(`actions.${question.kind}`, port) }
    }
  }
}
