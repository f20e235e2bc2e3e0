import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import type { Step } from '../../../domain/model/step'
import type { Translate } from '../../../i18n/translate'

export interface StepWords {
  text: string
  /** Why the step is needed, if it isn't the desired change itself. */
  reason: string | undefined
}

/** Returns a function that describes a step and its reason. */
export function useStepWords(): (step: Step) => StepWords {
  const t = useTranslations('plan')
  return useCallback((step) => stepWords(t, step), [t])
}

/** Describes a step and its reason. */
export function stepWords(t: Translate<'plan'>, step: Step): StepWords {
  return {
    text: stepText(t, step),
    reason: step.reason === 'desired' ? undefined : t(`reasons.${step.reason}`),
  }
}

function stepText(t: Translate<'plan'>, step: Step): string {
  const port = String(step.port)
  if (step.call === 'add') return t('steps.add', { port, protocol: step.body.protocol })
  if (step.call === 'delete') return t('steps.delete', { port })
  const { body } = step
  if (body.action === 'change_protocol') return t('steps.change_protocol', { port, protocol: body.protocol })
  if (body.action === 'change_port_alias')
    return t('steps.change_port_alias', { port, alias: body.port_alias, domain: body.k8s_service_name })
  return t(`steps.${body.action}`, { port })
}
