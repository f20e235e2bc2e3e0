import { plainText } from './clean-text'

/** What is wrong with typed numbers. `no-separator`: blanks alone stand between digits. */
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
  /** How many numbers may be meant at once. */
  count: number
}

export type ReadNumbers = { numbers: readonly number[] } | { problem: NumbersProblem }

/**
 * Reads whole numbers as people write them: one (`8080`, `+8080`, `８０８０`), several (`80, 443`), ranges (`8000-8010`)
 * and both together. Each comes once, in the order in which they were typed. What cannot be read is a problem, so that
 * nothing is left out silently.
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

/** Commas and dashes as they come with other keyboards and out of documents. */
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
