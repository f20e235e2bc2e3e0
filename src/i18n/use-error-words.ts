import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { joinSentences } from './join-sentences'
import type { Messages } from './language'
import type { Translate } from './translate'

type Errors = Messages['errors']

/** What a failure's message depends on; an `ApiError` is one. */
export interface Problem {
  readonly kind: Exclude<
    keyof Errors,
    | 'reasons'
    | 'readBack'
    | 'field'
    | 'detail'
    | 'gatewayDetail'
    | 'requestId'
    | 'triedAgain'
    | 'retry'
    | 'retryIn'
  >
  /** Rainbond's own words. */
  readonly detail?: string | undefined
  /** The gateway's own sentence. */
  readonly gatewayDetail?: string | undefined
  readonly requestId?: string | undefined
  readonly retryAfter?: number | undefined
  readonly reason?: keyof Errors['reasons'] | undefined
  readonly field?: string | undefined
  /** The HTTP status; undefined without a response. */
  readonly status?: number | undefined
  /** Whether what was sent has been read back since, and is not in effect. */
  readonly isReadBack?: boolean | undefined
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
  return useCallback((problem) => errorWords(t, problem), [t])
}

/** Describes a failure. */
export function errorWords(t: Translate<'errors'>, problem: Problem): ErrorWords {
  return { message: messageOf(t, problem), detail: detailOf(t, problem) }
}

function messageOf(t: Translate<'errors'>, { kind, reason, status, isReadBack }: Problem): string {
  if (reason !== undefined) return t(`reasons.${reason}`)
  // Without a response it is a fault of ours, which may have come before the reading.
  const isKnown = isReadBack === true && status !== undefined
  return isKnown && (kind === 'cluster' || kind === 'crash') ? t(`readBack.${kind}`) : t(kind)
}

function detailOf(t: Translate<'errors'>, { field, detail, gatewayDetail }: Problem): string | undefined {
  if (field) return t('field', { field })
  if (gatewayDetail) return t('gatewayDetail', { detail: gatewayDetail })
  return detail ? t('detail', { detail }) : undefined
}
