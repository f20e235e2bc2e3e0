import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { Event } from '../../../api/contract/event'
import type { Messages } from '../../../i18n/language'

const withZone = /(?:[zZ]|[+-]\d{2}:?\d{2})$/

/**
 * Takes a time as a cluster writes it (RFC 3339, with its zone) and gives it in the person's own zone and language.
 * A time that carries no zone could be any moment of a day, and is given as it is.
 *
 * @param timeZone the person's own where left out
 */
export function logTime(text: string, language: string, timeZone?: string): string {
  const moment = withZone.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(moment)) return text
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium', timeZone }).format(
    moment,
  )
}

type Log = Messages['log']
type Status = keyof Log['status']

const operations = {
  'add-service-port': true,
  'update-service-port': true,
  'delete-service-port': true,
  'handle-service-innerport': true,
  'handle-service-outerport': true,
} as const satisfies Record<keyof Log['operations'], true>

function isKnown(type: string): type is keyof typeof operations {
  return Object.hasOwn(operations, type)
}

const outcomes = ['success', 'failure', 'timeout'] as const

/** What became of an operation: `known` in the person's words, or what else the cluster says. */
export function statusOf({
  status,
  final_status: final,
}: Pick<Event, 'status' | 'final_status'>): { known: Status } | { said: string } {
  if (status) {
    const known = outcomes.find((outcome) => outcome === status)
    return known ? { known } : { said: status }
  }
  if (!final) return { known: 'unknown' }
  return { known: final === 'complete' ? 'unknown' : final === 'timeout' ? 'timeout' : 'running' }
}

export interface LogWords {
  /** What was done, in the person's words; null for what is not about ports, which is shown as it is. */
  operation: (type: string) => string | null
  status: (event: Event) => string
}

/** Gives functions that put the log in the person's words (docs/contract.md, "Reading"). */
export function useLogWords(): LogWords {
  const t = useTranslations('log')
  return useMemo(
    () => ({
      operation: (type) => (isKnown(type) ? t(`operations.${type}`) : null),
      status(event) {
        const status = statusOf(event)
        return 'known' in status ? t(`status.${status.known}`) : status.said
      },
    }),
    [t],
  )
}
