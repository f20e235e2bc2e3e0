/** What a file's bytes may be: what spreadsheets save, in China also without Unicode. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/**
 * Returns the text of a file, and how it was encoded: as its byte order mark says, or as what it first makes sense as.
 * Null where it is no text, such as a workbook.
 */
export function decodeSheet(bytes: Uint8Array): { text: string; encoding: Encoding } | null {
  const [first, second] = bytes
  const order = (one: number | undefined, other: number | undefined) => one === 0xff && other === 0xfe
  if (order(first, second)) return decoded(bytes, 'utf-16le')
  if (order(second, first)) return decoded(bytes, 'utf-16be')
  return unmarked(bytes)
}

/** A zero byte is half of an ASCII character in UTF-16, and in no text of one byte each. */
function unmarked(bytes: Uint8Array) {
  const zero = bytes.indexOf(0)
  if (zero >= 0) return decoded(bytes, zero % 2 === 1 ? 'utf-16le' : 'utf-16be')
  return decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030')
}

function decoded(bytes: Uint8Array, encoding: Encoding) {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return text.includes('\0') ? null : { text, encoding }
  } catch {
    return null
  }
}
