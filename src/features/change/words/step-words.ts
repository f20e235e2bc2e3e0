import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import type { Step } from '../../../domain/model/step'

export interface StepWords {
  /** What the step does. */
  text: string
  /** Why it is there, where it is not what was asked for itself. */
  reason: string | undefined
}

/** Gives a function that puts a step in the person's words. */
export function useStepWords(): (step: Step) => StepWords {
  const t = useTranslations('plan')
  return useCallback(
    (step) => {
      const port = String(step.port)
      const reason = step.reason === 'desired' ? undefined : t(`reasons.${step.reason}`)
      return { text: text(), reason }

      function text(): string {
        if (step.call === 'add') return t('steps.add', { port, protocol: step.body.protocol })
        if (step.call === 'delete') return t('steps.delete', { port })
        const { body } = step
        if (body.action === 'change_protocol')
          return t('steps.change_protocol', { port, protocol: body.protocol })
        if (body.action === 'change_port_alias')
          return t('steps.change_port_alias', { port, alias: body.port_alias, domain: body.k8s_service_name })
        return t(`steps.${body.action}`, { port })
      }
    },
    [t],
  )
}
