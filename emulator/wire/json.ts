/** A value of JSON as Python reads it: whole and broken numbers differ, and an object is a Map. */
export type PythonValue =
  | null
  | boolean
  | string
  | { readonly kind: 'int'; readonly value: bigint }
  | { readonly kind: 'float'; readonly value: number }
  | PythonValue[]
  | Map<string, PythonValue>

/** The text of Python's error, position and all: Rainbond's answers repeat it. */
export class PythonJsonError extends Error {}

const number = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y
const blanks = /[ \t\n\r]*/y
const constants: readonly (readonly [string, PythonValue])[] = [
  ['null', null],
  ['true', true],
  ['false', false],
]
const escapes = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])

/** Whether what stands there can stand in a string of JSON as it is. */
function isPlain(text: string, at: number): boolean {
  const letter = text.charAt(at)
  return letter >= ' ' && letter !== '"' && letter !== '\\'
}

/** Reads JSON as Python's decoder does, in the strict way of Django REST framework: NaN and Infinity are refused. */
export function parsePythonJson(text: string): PythonValue {
  let at = 0

  function fail(message: string, position = at): never {
    const before = Array.from(text.slice(0, position))
    const line = before.filter((letter) => letter === '\n').length + 1
    const column = before.length - before.lastIndexOf('\n')
    throw new PythonJsonError(`${message}: line ${line} column ${column} (char ${before.length})`)
  }

  function take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match) at = pattern.lastIndex
    return match
  }

  function takeText(expected: string): boolean {
    if (!text.startsWith(expected, at)) return false
    at += expected.length
    return true
  }

  function readEscape(): string {
    const start = at
    at += 1
    if (at >= text.length) fail('Unterminated string starting at', stringStart)
    const letter = text.charAt(at)
    at += 1
    if (letter !== 'u') return escapes.get(letter) ?? fail('Invalid \\escape', start)
    const code = text.slice(at, at + 4)
    if (!/^[\da-fA-F]{4}$/.test(code)) fail('Invalid \\uXXXX escape', start + 1)
    at += 4
    return String.fromCharCode(parseInt(code, 16))
  }

  let stringStart = 0
  function readString(): string {
    stringStart = at
    at += 1
    let read = ''
    for (;;) {
      const start = at
      while (isPlain(text, at)) at += 1
      read += text.slice(start, at)
      const next = text.charAt(at)
      if (next === '') fail('Unterminated string starting at', stringStart)
      if (next === '"') {
        at += 1
        return read
      }
      if (next !== '\\') fail('Invalid control character at')
      read += readEscape()
    }
  }

  function readNumber(): PythonValue | undefined {
    const match = take(number)
    if (!match) return undefined
    const [written, fraction, exponent] = match
    return fraction === undefined && exponent === undefined
      ? { kind: 'int', value: BigInt(written) }
      : { kind: 'float', value: Number(written) }
  }

  function refuseConstant() {
    for (const name of ['NaN', 'Infinity', '-Infinity']) {
      if (text.startsWith(name, at)) {
        throw new PythonJsonError(`Out of range float values are not JSON compliant: '${name}'`)
      }
    }
  }

  function readObject(): PythonValue {
    const members = new Map<string, PythonValue>()
    at += 1
    take(blanks)
    if (takeText('}')) return members
    for (;;) {
      if (text.charAt(at) !== '"') fail('Expecting property name enclosed in double quotes')
      const name = readString()
      take(blanks)
      if (!takeText(':')) fail("Expecting ':' delimiter")
      take(blanks)
      members.set(name, readValue())
      take(blanks)
      if (takeText('}')) return members
      if (!takeText(',')) fail("Expecting ',' delimiter")
      take(blanks)
    }
  }

  function readArray(): PythonValue {
    const items: PythonValue[] = []
    at += 1
    take(blanks)
    if (takeText(']')) return items
    for (;;) {
      items.push(readValue())
      take(blanks)
      if (takeText(']')) return items
      if (!takeText(',')) fail("Expecting ',' delimiter")
      take(blanks)
    }
  }

  function readValue(): PythonValue {
    const next = text.charAt(at)
    if (next === '"') return readString()
    if (next === '{') return readObject()
    if (next === '[') return readArray()
    for (const [name, value] of constants) if (takeText(name)) return value
    refuseConstant()
    return readNumber() ?? fail('Expecting value')
  }

  if (text.startsWith('\ufeff')) fail('Unexpected UTF-8 BOM (decode using utf-8-sig)')
  take(blanks)
  const value = readValue()
  take(blanks)
  if (at < text.length) fail('Extra data')
  return value
}
