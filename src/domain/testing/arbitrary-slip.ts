import fc from 'fast-check'

/** A text after a slip, and the line in which that was. */
interface Slipped {
  readonly text: string
  readonly line: number
}

type Slip = (before: string, line: string, column: number) => string

/** What the keyboard, or a program, does to a line. */
const slips: readonly Slip[] = [
  // a character is lost, or added
  (before, line, column) => before + line.slice(0, column) + line.slice(column + 1),
  ...Array.from('",;:\n\t \'x0#-{[').map(
    (one): Slip =>
      (before, line, column) =>
        before + line.slice(0, column) + one + line.slice(column),
  ),
  // the rest of the line is lost, or all of it, or it is there twice
  (before, line, column) => `${before}${line.slice(0, column)}\n`,
  (before) => before,
  (before, line) => before + line + line,
]

/** Something that goes wrong at a random place of a text of several lines. */
export const arbitrarySlip: fc.Arbitrary<(text: string) => Slipped> = fc
  .tuple(fc.constantFrom(...slips), fc.nat(), fc.nat())
  .map(([slip, at, column]) => (text) => {
    const lines = text.split(/(?<=\n)/)
    const index = at % lines.length
    const line = lines[index] ?? ''
    const before = lines.slice(0, index).join('')
    const after = lines.slice(index + 1).join('')
    return { text: slip(before, line, column % line.length) + after, line: index + 1 }
  })
