import { useCallback, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { Unreachable } from '../../../domain/plan/unreachable'
import { joinSentences } from '../../../i18n/join-sentences'
import type { Translate } from '../../../i18n/translate'
import { errorWords, type ErrorWords } from '../../../i18n/use-error-words'
import type { PendingChange } from '../engine/job/pending-changes'
import type { PortRefusal, ProblemReason } from '../engine/stores/port-activity'

/** Returns a function that says why no sequence of calls reaches a desired state. */
export function useUnreachableWords(): (why: Unreachable) => string {
  const t = useTranslations('refusals')
  return useCallback((why) => unreachableWords(t, why), [t])
}

/** Says why no sequence of calls reaches a desired state. */
export function unreachableWords(t: Translate<'refusals'>, why: Unreachable): string {
  switch (why.reason) {
    case 'port-invalid':
    case 'port-gone':
    case 'port-taken':
    case 'port-twice':
    case 'outer-without-inner':
      return t(`unreachable.${why.reason}`, { port: String(why.port) })
    case 'alias-invalid':
      return t('unreachable.alias-invalid', { port: String(why.port), alias: why.alias })
    case 'alias-taken':
      return t('unreachable.alias-taken', { alias: why.alias, by: String(why.by) })
    case 'internal-domain-invalid':
    case 'internal-domain-without-port':
      return t(`unreachable.${why.reason}`, { domain: why.internalDomain })
    case 'internal-domain-needs-alias':
      return t('unreachable.internal-domain-needs-alias')
  }
}

/** Returns a function that explains why a change was not made, with Rainbond's own words as a detail. */
export function useReasonWords(): (reason: ProblemReason) => ErrorWords {
  const t = useTranslations('refusals')
  const errors = useTranslations('errors')
  return useCallback((reason) => reasonWords(t, errors, reason), [t, errors])
}

/** Explains why a change was not made, with Rainbond's own words as a detail. */
export function reasonWords(
  t: Translate<'refusals'>,
  errors: Translate<'errors'>,
  reason: ProblemReason,
): ErrorWords {
  switch (reason.reason) {
    case 'error':
      return errorWords(errors, { ...reason.error, isReadBack: true })
    case 'not-known': {
      const { message, detail } = errorWords(errors, reason.error)
      return { message: joinSentences([message, t('refused.notKnown')]), detail }
    }
    case 'unreachable':
      return { message: unreachableWords(t, reason.why), detail: undefined }
    case 'not-as-desired':
      return {
        message: joinSentences([
          t('refused.notAsDesired'),
          ...reason.standing.map((address) => t('refused.stillOpen', { address })),
        ]),
        detail: undefined,
      }
  }
}

/** Returns a function that says which change of a port was refused, and why. */
export function useRefusalWords(): (refusal: PortRefusal) => ErrorWords {
  const t = useTranslations('refusals')
  const reasonWords = useReasonWords()
  return useMemo(
    () => (refusal) => {
      const { message, detail } = reasonWords(refusal)
      if (refusal.reason === 'not-known') return { message, detail }
      return { message: joinSentences([t(`refused.${whatOf(refusal.desired)}`), message]), detail }
    },
    [t, reasonWords],
  )
}

/** Returns what a desired state would have done to a port. One with all fields would have added it. */
export function whatOf(desired: PendingChange): 'added' | 'opened' | 'closed' | 'deleted' | 'changed' {
  if (desired === 'delete') return 'deleted'
  const { protocol, alias, inner, outer } = desired
  const isWhole = [protocol, alias, inner, outer].every((field) => field !== undefined)
  if (isWhole) return 'added'
  const on = outer ?? inner
  if (on === undefined) return 'changed'
  return on ? 'opened' : 'closed'
}
