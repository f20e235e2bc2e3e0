import type { SheetError } from '../../../domain/sheet/sheet-error'

/** An error with the line around the text at fault: `marked` begins at the error's place. */
export interface ShownError extends SheetError {
  readonly before: string
  readonly marked: string
  readonly after: string
}

export interface SheetProblems {
  /** The first ones: nobody reads more. */
  readonly errors: readonly ShownError[]
  readonly total: number
}

const mostShown = 500

/** Characters of a line that are shown before and after the text at fault. */
const around = 60

/** Returns errors as a person finds them in the text. */
export function problemsOf(text: string, errors: readonly SheetError[]): SheetProblems {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)
  const shown = errors.slice(0, mostShown).map((error) => ({ ...error, ...cut(lines, error) }))
  return { errors: shown, total: errors.length }
}

function cut(lines: readonly string[], { line, column, text }: SheetError) {
  const whole = lines[line - 1] ?? ''
  const start = column - 1
  // The text of a quoted cell is not how it is written.
  const end = start + Math.max(whole.startsWith(text, start) ? text.length : text.length + 2, 1)
  const marked = whole.slice(start, end)
  return {
    before: whole.slice(Math.max(0, start - around), start),
    marked,
    after: whole.slice(end, end + around),
  }
}
