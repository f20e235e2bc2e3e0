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

export interface ErrorWords {
  /** One sentence, by the kind alone. */
  message: string
  /** Rainbond's own words, or the field that is missing or invalid. */
  detail: string | undefined
}

/** Returns a function that describes a failure in the language of the screen. */
export function useErrorWords(): (problem: Problem) => ErrorWords {
  const t = useTranslations('errors')
  return useMemo(
    () => (problem) => ({
      message: problem.reason === undefined ? t(problem.kind) : t(`reasons.${problem.reason}`),
      detail:
        problem.field === undefined || problem.field === ''
          ? problem.detail && t(detailOf(problem.kind), { detail: problem.detail })
          : t('field', { field: problem.field }),
    }),
    [t],
  )
}

// Without a response from Rainbond, the words are the gateway's.
function detailOf(kind: Problem['kind']): 'detail' | 'gatewayDetail' {
  return kind === 'upstream' || kind === 'timeout' ? 'gatewayDetail' : 'detail'
}
