import type { Cell } from '../sheet-error'

/** Finds where an offset of a text is. */
export interface Places {
  /** Returns the place, with a text of one's own, or with the rest of the line. */
  cellAt: (offset: number, text?: string) => Cell
}

export function placesOf(text: string): Places {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)

  function lineOf(offset: number): number {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low
  }

  return {
    cellAt(offset, own) {
      const line = lineOf(offset)
      const start = starts[line] ?? 0
      const end = (starts[line + 1] ?? text.length + 1) - 1
      return {
        line: line + 1,
        column: offset - start + 1,
        text: own ?? text.slice(offset, end),
      }
    },
  }
}
