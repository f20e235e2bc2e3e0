import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { joinSentences } from './join-sentences'
import type { Messages } from './language'

type Errors = Messages['errors']

/** What a failure's message depends on; an `ApiError` is one. */
export interface Problem {
  readonly kind: Exclude<
    keyof Errors,
    'reasons' | 'field' | 'detail' | 'gatewayDetail' | 'requestId' | 'triedAgain' | 'retry' | 'retryIn'
  >
  /** Rainbond's own words. */
  readonly detail?: string | undefined
  /** The gateway's own sentence. */
  readonly gatewayDetail?: string | undefined
  readonly requestId?: string | undefined
  readonly retryAfter?: number | undefined
  readonly reason?: keyof Errors['reasons'] | undefined
  readonly field?: string | undefined
}

/** What every screen shows of a failure. */
export interface ErrorWords {
  /** One sentence, by the kind alone. */
  message: string
  /** The words of Rainbond or the gateway, or the field that is missing or invalid. */
  detail: string | undefined
}

/** Returns the message and its detail as one text, for where there is room for one only. */
export function inOneText({ message, detail }: ErrorWords): string {
  return joinSentences([message, detail])
}

/** Returns a function that describes a failure in the language of the screen. */
export function useErrorWords(): (problem: Problem) => ErrorWords {
  const t = useTranslations('errors')
  return useMemo(() => {
    const detailOf = ({ field, detail, gatewayDetail }: Problem) => {
      if (field) return t('field', { field })
      if (gatewayDetail) return t('gatewayDetail', { detail: gatewayDetail })
      return detail ? t('detail', { detail }) : undefined
    }
    return (problem) => ({
      message: problem.reason === undefined ? t(problem.kind) : t(`reasons.${problem.reason}`),
      detail: detailOf(problem),
    })
  }, [t])
}
