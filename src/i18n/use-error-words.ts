import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { Messages } from './language'

type Errors = Messages['errors']

/** What a failure's message depends on; an `ApiError` is one. */
export interface Problem {
  readonly kind: Exclude<
    keyof Errors,
    'reasons' | 'field' | 'detail' | 'gatewayDetail' | 'requestId' | 'triedAgain' | 'retry' | 'retryIn'
  >
  readonly detail?: string | undefined
  readonly requestId?: string | undefined
  readonly retryAfter?: number | undefined
  readonly reason?: keyof Errors['reasons'] | undefined
  readonly field?: string | undefined
}

/** What every screen shows of a failure. */
export interface ErrorWords {
  /** One sentence, by the kind alone. */
  message: string
  /** Rainbond's own words, or the field that is missing or invalid. */
  detail: string | undefined
}

/** Returns the message and its detail as one text, for where there is room for one only. */
export function inOneText({ message, detail }: ErrorWords): string {
  return detail === undefined ? message : `${message} ${detail}`
}

/** Returns a function that describes a failure in the language of the screen. */
export function useErrorWords(): (problem: Problem) => ErrorWords {
  const t = useTranslations('errors')
  return useMemo(() => {
    const detailOf = ({ kind, field, detail }: Problem) => {
      if (field) return t('field', { field })
      if (!detail) return undefined
      // Without a response from Rainbond, the words are the gateway's.
      return t(kind === 'upstream' || kind === 'timeout' ? 'gatewayDetail' : 'detail', { detail })
    }
    return (problem) => ({
      message: problem.reason === undefined ? t(problem.kind) : t(`reasons.${problem.reason}`),
      detail: detailOf(problem),
    })
  }, [t])
}
