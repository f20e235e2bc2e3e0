import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { Event, OperationSubject } from '../../../api/contract/event'
import type { Messages } from '../../../i18n/language'

const withZone = /(?:[zZ]|[+-]\d{2}:?\d{2})$/

/** Returns the moment of a cluster's time in milliseconds since 1970; null without a zone or where it is no time. */
export function momentOf(text: string | undefined): number | null {
  const moment = text !== undefined && withZone.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(moment) ? null : moment
}

/**
 * Formats a time of a cluster (RFC 3339 with a zone) in the language of the screen. A time without a zone could be any
 * moment of a day, so it is returned unchanged.
 *
 * @param timeZone defaults to the browser's
 */
export function logTime(text: string, language: string, timeZone?: string): string {
  const moment = momentOf(text)
  if (moment === null) return text
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium', timeZone }).format(
    moment,
  )
}

type Log = Messages['log']
type Status = keyof Log['status']

const others = {
  'build-service': true,
  'deploy-service': true,
  'start-service': true,
  'stop-service': true,
  'restart-service': true,
  'update-service': true,
  'upgrade-service': true,
  'rollback-service': true,
  'horizontal-service': true,
  'vertical-service': true,
} as const satisfies Record<keyof Log['others'], true>

function isOther(type: string): type is keyof typeof others {
  return Object.hasOwn(others, type)
}

/** Names an operation on a port, with its direction where that is known; null for any other operation. */
export function portOperation(type: string, { operation }: OperationSubject): keyof Log['operations'] | null {
  switch (type) {
    case 'add-service-port':
      return 'added'
    case 'update-service-port':
      return 'changed'
    case 'delete-service-port':
      return 'deleted'
    case 'handle-service-innerport':
      return operation === 'open' ? 'innerOpened' : operation === 'close' ? 'innerClosed' : 'inner'
    case 'handle-service-outerport':
      return operation === 'open' ? 'outerOpened' : operation === 'close' ? 'outerClosed' : 'outer'
    default:
      return null
  }
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
  /** Says what was done, with port and direction where they are known; null for an unknown type, which is shown unchanged. */
  operation: (event: Pick<Event, 'opt_type' | 'subject'>) => string | null
  status: (event: Event) => string
}

/** Returns functions that translate the log (docs/contract.md, "Reading"). */
export function useLogWords(): LogWords {
  const t = useTranslations('log')
  return useMemo(
    () => ({
      operation({ opt_type: type, subject = {} }) {
        const { port } = subject
        const done = portOperation(type, subject)
        if (done === null) return isOther(type) ? t(`others.${type}`) : null
        return port === undefined ? t(`operations.${done}`) : t(`onPort.${done}`, { port: String(port) })
      },
      status(event) {
        const status = statusOf(event)
        return 'known' in status ? t(`status.${status.known}`) : status.said
      },
    }),
    [t],
  )
}
