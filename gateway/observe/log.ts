/** `audit` is always written. */
export const logLevels = ['audit', 'error', 'warn', 'info'] as const
export type LogLevel = (typeof logLevels)[number]

/** Writes one line: what happened, and what belongs to it. Undefined fields are left out. */
export type Log = (level: LogLevel, event: string, fields?: Readonly<Record<string, unknown>>) => void

export interface LogOptions {
  /** The least important level that is written. */
  readonly least: LogLevel
  readonly write: (line: string, level: LogLevel) => void
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** A log of JSON lines. */
export function createLog({ least, write, now }: LogOptions): Log {
  const written = new Set(logLevels.slice(0, logLevels.indexOf(least) + 1))
  return (level, event, fields) => {
    if (!written.has(level)) return
    write(`${JSON.stringify({ time: new Date(now()).toISOString(), level, event, ...fields })}\n`, level)
  }
}

// Longer than every id of Rainbond, as long as its tokens.
const tokenLike = /[\w.~+/=-]{40,}/g

/** A path as it may stand in the log: cut, without its query, and without anything that could be a token. */
export function loggedPath(target: string): string {
  const [path = ''] = target.split('?')
  return path
    .slice(0, 300)
    .split('/')
    .map((segment) => segment.replace(tokenLike, '…'))
    .join('/')
}

/** What is known of an error that nobody foresaw; never the data that it happened with. */
export function errorFields(error: unknown): Record<string, unknown> {
  return error instanceof Error
    ? { error: error.name, message: error.message, stack: error.stack }
    : { error: 'unknown' }
}

/**
 * Gives what takes the log line by line and writes it to `write`. Lines of one turn of the event loop go out together,
 * because writing costs more than making them; `audit` and `error` go out at once, with what came before them.
 */
export function createLogOutput(write: (text: string) => void): (line: string, level: LogLevel) => void {
  let pending = ''
  const flush = () => {
    if (pending !== '') write(pending)
    pending = ''
  }
  return (line, level) => {
    if (pending === '') setImmediate(flush)
    pending += line
    if (level === 'audit' || level === 'error') flush()
  }
}
