/**
 * What a spreadsheet takes for the beginning of a formula, also in full width, and what it may skip before one. A cell also
 * begins after a separator: a spreadsheet may expect another one than the sheet has.
 */
const formula = String.raw`["' ]*[=+\-@＝＋－＠\t\r\n]`
const cellStart = String.raw`(?<=^|[,;\t\r\n])`
const unguarded = new RegExp(`${cellStart}(?=${formula})`, 'g')
const guard = new RegExp(`${cellStart}'(?=${formula})`, 'g')

/** Returns a cell that no spreadsheet runs as a formula: an apostrophe stands before what would be one. */
export function withGuard(cell: string): string {
  return cell.replace(unguarded, "'")
}

/** Returns the cell that was guarded. */
export function withoutGuard(cell: string): string {
  return cell.replace(guard, '')
}
