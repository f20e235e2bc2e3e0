const digits = /^([+-]?)(\p{Nd}+(?:_\p{Nd}+)*)$/u
const isDigit = /^\p{Nd}$/u

/** The value of a decimal digit of any script: they stand in runs of ten in Unicode. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0
  let first = code
  while (isDigit.test(String.fromCodePoint(first - 1))) first -= 1
  return (code - first) % 10
}

/**
 * Reads a whole number as Python's `int(text)` does, in which the console reads path and query: blanks around it, a
 * sign, digits of any script and single underscores between digits are fine.
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
