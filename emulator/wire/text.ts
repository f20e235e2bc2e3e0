import type { PythonValue } from './json'

/** How Python writes a number that has a fraction or an exponent: `7000.0`, `1e+16`. */
function floatText(value: number): string {
  if (Math.abs(value) >= 1e16) return value.toExponential()
  if (Object.is(value, -0)) return '-0.0'
  return Number.isInteger(value) ? `${value}.0` : String(value)
}

/** The text that Python's `str()` makes of a scalar; undefined for null, a list or an object. */
export function scalarText(value: PythonValue): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (value === null || value instanceof Map || Array.isArray(value)) return undefined
  return value.kind === 'int' ? value.value.toString() : floatText(value.value)
}

const controls = new Map([
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
])

/** What Python's `repr()` makes of a text: in single quotes, unless only those stand in it. */
function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'"
  const written = Array.from(text, (letter) =>
    letter === quote ? `\\${letter}` : (controls.get(letter) ?? letter),
  )
  return quote + written.join('') + quote
}

function representation(value: PythonValue): string {
  return typeof value === 'string' ? quoted(value) : pythonText(value)
}

/** The text that Python's `str()` makes of whatever JSON can hold: `['open_inner']`, `{}`, `None`. */
export function pythonText(value: PythonValue): string {
  if (value === null) return 'None'
  if (Array.isArray(value)) return `[${value.map(representation).join(', ')}]`
  if (value instanceof Map) {
    const members = Array.from(value, ([key, member]) => `${quoted(key)}: ${representation(member)}`)
    return `{${members.join(', ')}}`
  }
  return scalarText(value) ?? ''
}
