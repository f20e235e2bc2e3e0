import type { Pause } from '../../limits/large-answers'
import { createOutline, type LongList } from './outline'

/** Levels of objects and lists in an answer. Rainbond's have seven at most. */
const deepest = 32
/** Characters that are read or parsed between two pauses, in well under a millisecond once the code is warm. */
const usualPiece = 64 * 1024

/** The text has more levels of objects and lists than any answer of Rainbond. */
export class NestedTooDeep extends Error {
  override readonly name = 'NestedTooDeep'
}

export interface ParseOptions {
  /** Called between pieces of the work. */
  readonly pause: Pause
  /** Characters. */
  readonly pieceLength?: number
}

/**
 * Parses JSON in pieces. The elements of long lists are parsed one after the other; everything else, which is short in
 * answers of Rainbond, at once.
 * @throws NestedTooDeep, SyntaxError, or what `pause` throws
 */
export async function parseJson(
  text: string,
  { pause, pieceLength = usualPiece }: ParseOptions,
): Promise<unknown> {
  const outline = createOutline(text, deepest, pieceLength)
  while (outline.advance(pieceLength)) await pause()
  if (outline.isTooDeep()) throw new NestedTooDeep()
  const lists = outline.longLists()
  if (lists.length === 0) return JSON.parse(text)
  // Put in place of each long list, which no other text can know.
  const mark = crypto.getRandomValues(new Uint32Array(4)).join()
  const rest = withoutLists(text, lists, mark)
  // Putting the lists back is slower than parsing.
  if (rest.length > text.length / 2) return JSON.parse(text)

  const parsed: unknown[][] = []
  for (const list of lists) parsed.push(await parseList(text, list, pause))
  return JSON.parse(rest, (_, value: unknown) =>
    Array.isArray(value) && value[0] === mark ? parsed[Number(value[1])] : value,
  )
}

async function parseList(text: string, { from, to, cuts }: LongList, pause: Pause): Promise<unknown[]> {
  const elements: unknown[] = []
  for (const [index, end] of [...cuts, to].entries()) {
    const start = index === 0 ? from : (cuts[index - 1] ?? from) + 1
    const piece: unknown = JSON.parse(`[${text.slice(start, end)}]`)
    if (!Array.isArray(piece) || piece.length === 0) throw new SyntaxError('no element between two commas')
    for (const element of piece) elements.push(element)
    await pause()
  }
  return elements
}

/** Returns the text with a short list in place of each long one: the mark and its number. */
function withoutLists(text: string, lists: readonly LongList[], mark: string): string {
  const ends = [0, ...lists.map(({ to }) => to)]
  const parts = lists.map(({ from }, index) => `${text.slice(ends[index], from)}"${mark}",${index}`)
  return parts.join('') + text.slice(ends.at(-1))
}
