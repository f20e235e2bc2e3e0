/** From the most to the least important; `audit` is always written. */
export const logLevels = ['audit', 'error', 'warn', 'info'] as const
export type LogLevel = (typeof logLevels)[number]

/** Writes one line: the event and its fields. Undefined fields are left out. */
export type Log = (level: LogLevel, event: string, fields?: Readonly<Record<string, unknown>>) => void

export interface LogOptions {
  /** The least important level that is written. */
  readonly least: LogLevel
  readonly write: (line: string, level: LogLevel) => void
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** Creates a log of JSON lines. */
export function createLog({ least, write, now }: LogOptions): Log {
  const written = new Set(logLevels.slice(0, logLevels.indexOf(least) + 1))
  return (level, event, fields) => {
    if (!written.has(level)) return
    write(`${JSON.stringify({ time: new Date(now()).toISOString(), level, event, ...fields })}\n`, level)
  }
}

// Longer than Rainbond's ids and as long as its tokens.
const tokenLike = /[\w.~+/=-]{40,}/g

/** Returns a path fit for the log: shortened, without its query and without anything that could be a token. */
export function loggedPath(target: string): string {
  const [path = ''] = target.split('?')
  return path
    .slice(0, 300)
    .split('/')
    .map((segment) => segment.replace(tokenLike, '…'))
    .join('/')
}

/** Returns what the log says of an unexpected error: never the data that caused it. */
export function errorFields(error: unknown): Record<string, unknown> {
  return error instanceof Error
    ? { error: error.name, message: error.message, stack: error.stack }
    : { error: 'unknown' }
}

/**
 * Buffers log lines for `write`. Lines of one turn of the event loop are written together, because writing costs more
 * than formatting; `audit` and `error` are written at once, after the lines before them.
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
