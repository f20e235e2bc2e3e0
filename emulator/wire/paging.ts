import { crash } from './answers'
import { parsePythonInt } from './python'

/** The requested `page` and `page_size`, which the answer repeats. */
export interface Page {
  readonly page: number
  readonly page_size: number
}

const largest = 2n ** 63n - 1n

function readInt(query: URLSearchParams, key: string, fallback: bigint): bigint | undefined {
  const text = query.get(key)
  return text === null ? fallback : parsePythonInt(text)
}

/** Reads the page; anything but a number counts as page 1 or 10 rows. Beyond 64 bits the database crashes. */
export function readPage(query: URLSearchParams): Page {
  const page = readInt(query, 'page', 1n) ?? 1n
  const size = readInt(query, 'page_size', 10n) ?? 10n
  const offset = ((page > 0n ? page : 1n) - 1n) * size
  if ([offset, size].some((n) => n > largest || n < -largest)) {
    throw crash('OperationalError', 'datatype mismatch')
  }
  return { page: Number(page), page_size: Number(size) }
}

/** Reads the page; anything but a number crashes the console. */
export function readPageOrCrash(query: URLSearchParams): Page {
  for (const key of ['page', 'page_size']) {
    if (readInt(query, key, 0n) === undefined) {
      const text = query.get(key) ?? ''
      throw crash('ValueError', `invalid literal for int() with base 10: '${text}'`)
    }
  }
  return readPage(query)
}

/** Returns the rows of a page. Pages below 1 are page 1, and a negative size means all rows that follow. */
export function rowsOf<T>(rows: readonly T[], { page, page_size: size }: Page): T[] {
  const start = Math.max(0, (Math.max(page, 1) - 1) * size)
  return rows.slice(start, size < 0 ? undefined : start + size)
}
