import type { ConnectionEnd } from '../http/connections'
import type { Log } from './log'

const everyMs = 60_000

export interface ConnectionLogOptions {
  readonly log: Log
  readonly count: (why: ConnectionEnd) => void
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** Counts connections that were refused or ended, with at most one line a minute in the log, however many there are. */
export function connectionLog({ log, count, now }: ConnectionLogOptions) {
  let since: Partial<Record<ConnectionEnd, number>> = {}
  let nextAt = -Infinity
  return (why: ConnectionEnd, address: string): void => {
    count(why)
    since[why] = (since[why] ?? 0) + 1
    if (now() < nextAt) return
    nextAt = now() + everyMs
    log('warn', 'connections', { ...since, lastAddress: address })
    since = {}
  }
}
