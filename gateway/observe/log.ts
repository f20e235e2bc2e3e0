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

/** Control and format characters, which JSON text may contain as they are but terminals and viewers obey. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu
const notPlain = /[^\x20-\x7e]/

/** Escapes a character, unit by unit. */
const escaped = (character: string) =>
  Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('')

/** Returns JSON of a line, which holds only visible characters and spaces. */
function visibleJson(line: object): string {
  const json = JSON.stringify(line)
  return notPlain.test(json) ? json.replaceAll(invisible, escaped) : json
}

/** Creates a log of JSON lines. */
export function createLog({ least, write, now }: LogOptions): Log {
  const written = new Set(logLevels.slice(0, logLevels.indexOf(least) + 1))
  return (level, event, fields) => {
    if (!written.has(level)) return
    write(`${visibleJson({ time: new Date(now()).toISOString(), level, event, ...fields })}\n`, level)
  }
}

// Longer than Rainbond's ids and as long as its tokens.
const tokenLike = /[\w.~+=-]{40,}/g

/** Returns a text without anything that could be a token, whoever's it is. */
export const withoutTokens = (text: string): string => text.replaceAll(tokenLike, '…')

const longestPath = 300

/** Returns a path fit for the log: shortened, without its query and without anything that could be a token. */
export function loggedPath(target: string): string {
  const [path = ''] = target.split('?')
  // Shortened last: half a token would not be recognized.
  return path.split('/').map(loggedSegment).join('/').slice(0, longestPath)
}

function loggedSegment(segment: string): string {
  const decoded = decodedOrSame(segment)
  return withoutTokens(decoded) === decoded ? segment : '…'
}

function decodedOrSame(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** Returns what the log says of an unexpected error: never the data that caused it. */
export function errorFields(error: unknown): Record<string, unknown> {
  return error instanceof Error
    ? { error: error.name, message: error.message, stack: error.stack }
    : { error: 'unknown' }
}
