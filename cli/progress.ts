import { onOneLine } from '../src/lib/text/one-line'

export interface Progress {
  /** Shows how far something is, where a line can be written over. */
  readonly show: (text: string) => void
  /** Shows that a part is finished: on the same line, or on one of its own where lines can't be written over. */
  readonly tell: (text: string) => void
  /** Writes a line that stays. */
  readonly say: (text: string) => void
  /** Removes what was shown last. */
  readonly clear: () => void
}

interface Output {
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
  readonly write: (text: string) => unknown
}

/** Returns what tells a person on standard error how far a command is. */
export function createProgress(output: Output): Progress {
  const isTerminal = output.isTTY === true
  let isShown = false

  function clear() {
    if (isShown) output.write('\r\u001b[K')
    isShown = false
  }

  function show(text: string) {
    if (!isTerminal) return
    clear()
    output.write(cut(onOneLine(text), (output.columns ?? 80) - 1))
    isShown = true
  }

  function say(text: string) {
    clear()
    output.write(`${text}\n`)
  }

  return { show, say, clear, tell: (text) => (isTerminal ? show(text) : say(onOneLine(text))) }
}

/** A longer line would wrap, and its beginning could not be written over. A character may take two columns. */
function cut(text: string, columns: number): string {
  let room = columns
  let kept = ''
  for (const character of text) {
    room -= (character.codePointAt(0) ?? 0) < 0x1100 ? 1 : 2
    if (room < 0) return kept
    kept += character
  }
  return kept
}
