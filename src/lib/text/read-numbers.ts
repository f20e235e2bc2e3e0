import { plainText } from './clean-text'

/** `no-separator`: only blanks between digits. */
export type NumbersProblem =
  | 'empty'
  | 'not-a-number'
  | 'not-whole'
  | 'too-small'
  | 'too-large'
  | 'backwards'
  | 'too-many'
  | 'no-separator'

interface Bounds {
  least: number
  most: number
  /** The largest count of numbers that is accepted. */
  count: number
}

export type ReadNumbers = { numbers: readonly number[] } | { problem: NumbersProblem }

/**
 * Parses whole numbers as people write them: one (`8080`, `+8080`, `８０８０`), several (`80, 443`), ranges (`8000-8010`)
 * and both together. Returns each once, in the typed order. Anything else is a problem, so that nothing is dropped
 * silently.
 */
export function readNumbers(text: string, bounds: Bounds): ReadNumbers {
  const plain = withPlainSigns(plainText(text))
  if (plain === '') return { problem: 'empty' }
  const parts = plain.split(',').map((part) => part.trim())
  const written = parts.filter((part) => part !== '')
  if (written.length === 0) return { problem: 'not-a-number' }

  const numbers = new Set<number>()
  for (const part of written) {
    const read = readPart(part, bounds)
    if ('problem' in read) return read
    for (let number = read.from; number <= read.to; number += 1) numbers.add(number)
    if (numbers.size > bounds.count) return { problem: 'too-many' }
  }
  return { numbers: [...numbers] }
}

/** Commas and dashes of other keyboards and of documents. */
function withPlainSigns(text: string): string {
  return text.replace(/[;、]/g, ',').replace(/[‐-―−~〜]/g, '-')
}

type ReadPart = { from: number; to: number } | { problem: NumbersProblem }

function readPart(part: string, { least, most, count }: Bounds): ReadPart {
  if (/^\d+(\s+\d+)+$/.test(part)) return { problem: 'no-separator' }
  const range = /^\+?(\d+)\s*-\s*\+?(\d+)$/.exec(part)
  const single = /^[+-]?(\d+)(\.\d+)?$/.exec(part)
  if (!range && !single) return { problem: 'not-a-number' }
  if (part.startsWith('-')) return { problem: 'too-small' }
  if (single?.[2] !== undefined) return { problem: 'not-whole' }
  const from = Number(range?.[1] ?? single?.[1])
  const to = Number(range?.[2] ?? single?.[1])
  if (from < least) return { problem: 'too-small' }
  if (Math.max(from, to) > most) return { problem: 'too-large' }
  if (from > to) return { problem: 'backwards' }
  return to - from >= count ? { problem: 'too-many' } : { from, to }
}
