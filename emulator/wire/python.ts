const digits = /^([+-]?)(\p{Nd}+(?:_\p{Nd}+)*)$/u
const isDigit = /^\p{Nd}$/u

/** Returns the value of a decimal digit of any script: Unicode keeps them in runs of ten. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0
  let first = code
  while (isDigit.test(String.fromCodePoint(first - 1))) first -= 1
  return (code - first) % 10
}

/**
 * Reads a whole number as Python's `int(text)` does, which the console uses for path and query: it accepts surrounding
 * spaces, a sign, digits of any script and single underscores between digits.
 * @returns undefined where Python raises `ValueError`
 */
export function parsePythonInt(text: string): bigint | undefined {
  const match = digits.exec(text.trim())
  if (!match) return undefined
  const [, sign = '', written = ''] = match
  const plain = Array.from(written.replaceAll('_', ''), digitValue).join('')
  const value = BigInt(plain)
  return sign === '-' ? -value : value
}

/** Returns what Python's `str()` makes of a text, a number or a boolean; undefined for null, a list or an object. */
export function scalarText(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  return typeof value === 'boolean' ? (value ? 'True' : 'False') : undefined
}

const escapes = new Map([
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
])

/** Quotes a text as Python's `repr()` does: in single quotes, unless it holds single quotes only. */
function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'"
  const written = Array.from(text, (letter) =>
    letter === quote ? `\\${letter}` : (escapes.get(letter) ?? letter),
  )
  return quote + written.join('') + quote
}

const representation = (value: unknown) => (typeof value === 'string' ? quoted(value) : pythonText(value))

/** Returns what Python's `str()` makes of any JSON value: `['open_inner']`, `{}`, `None`. */
export function pythonText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(representation).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([key, member]) => `${quoted(key)}: ${representation(member)}`)
    return `{${members.join(', ')}}`
  }
  return scalarText(value) ?? 'None'
}
