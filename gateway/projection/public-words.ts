import { plainWords } from '../../src/api/contract/plain-words'

/** Text that a program wrote for programmers, and anything next to the name of a secret. */
const technical = [
  // Python: `KeyError: 'x'`, `django.db.utils.OperationalError`, a frame of a traceback.
  /\b[\w.]*(?:[a-z]Error|Exception|Warning|DoesNotExist)\b/,
  /\bobject has no attribute\b|\bFile ["'][^"']+["'], line \d|\bline \d+, in \w/,
  // Go: a panic, the goroutine below it, the address of a fault.
  /\bpanic\b\s*[:(]|\bgoroutine \d+|\bruntime error\b|\b0x[\da-f]{6,}/i,
  // Java: a frame.
  /\bat [\w$.]+\([\w$. ]*(?::\d+)?\)|\bCaused by\b/,
  // A frame of Go or JavaScript, or a source file of any of them.
  /\.(?:py|go|java|js|ts):\d+/,
  /\b\w*(?:token|passw(?:or)?d|passwd|secret|api[_-]?key|private[_-]?key|credential|authorization|cookie)s?\b["']?\s*[:=]/i,
  /\b(?:bearer|basic)\s+[\w.~+/=-]{8,}/i,
  /-----BEGIN /,
]

/** Long runs without a space, as secrets are. */
const secretLike = /[\w.~+/=-]{32,}/g

/** How much of a text is read: its start says what happened. */
const readLength = 4000
const cutWord = /[\w.~+/=-]+$/

/**
 * Returns what a browser may see of a text from Rainbond or a cluster, in one sentence of at most 400 characters, or
 * undefined where that is nothing.
 */
export function publicWords(said: unknown): string | undefined {
  if (typeof said !== 'string') return undefined
  // Half a secret at the end would not be recognized.
  const start = said.length > readLength ? said.slice(0, readLength).replace(cutWord, '') : said
  const words = plainWords(start)
  if (words === undefined || technical.some((pattern) => pattern.test(words))) return undefined
  return plainWords(start.replaceAll(secretLike, '…'))
}
