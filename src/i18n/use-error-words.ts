import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { Messages } from './language'

type Errors = Messages['errors']

/** What is needed to put a failure in words; an `ApiError` is one. */
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
  /** Rainbond's own words, or the field that did not fit. */
  detail: string | undefined
}

/** Gives a function that puts a failure in the person's language. */
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

// Where no answer of Rainbond came, the words are those of the gateway.
function detailOf(kind: Problem['kind']): 'detail' | 'gatewayDetail' {
  return kind === 'upstream' || kind === 'timeout' ? 'gatewayDetail' : 'detail'
}
