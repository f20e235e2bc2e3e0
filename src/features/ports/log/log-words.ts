import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { Event } from '../../../api/contract/event'
import type { Messages } from '../../../i18n/language'

const withZone = /(?:[zZ]|[+-]\d{2}:?\d{2})$/

/**
 * Formats a time of a cluster (RFC 3339 with a zone) in the language of the screen. A time without a zone could be any
 * moment of a day, so it is returned unchanged.
 *
 * @param timeZone defaults to the browser's
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

/** The status of an operation: `known` if there is a message for it, else the cluster's own word. */
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
  /** Describes the operation; null if it isn't about ports, and is shown unchanged. */
  operation: (type: string) => string | null
  status: (event: Event) => string
}

/** Returns functions that translate the log (docs/contract.md, "Reading"). */
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
