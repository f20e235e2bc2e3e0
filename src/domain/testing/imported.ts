import { matchSheet } from '../sheet/matching/match-sheet'
import type { MatchedSheet } from '../sheet/matching/matched-sheet'
import { parseSheet } from '../sheet/reading/parse-sheet'
import type { ReadRow } from '../sheet/reading/read-row'
import { type PresentComponent, rowOf, type SheetFormat, type SheetRow } from '../sheet/sheet'
import type { SheetError } from '../sheet/sheet-error'

/** Returns a row for each port of all components. */
export function rowsOf(present: readonly PresentComponent[]): SheetRow[] {
  return present.flatMap((component) => (component.ports ?? []).map((port) => rowOf(component, port)))
}

/** Reads a sheet and compares it with what is there; the errors of either. */
export function readAndMatch(
  text: string,
  present: readonly PresentComponent[],
  format?: SheetFormat,
): MatchedSheet<PresentComponent, ReadRow> | { readonly errors: readonly SheetError[] } {
  const parsed = parseSheet(text, format)
  return 'errors' in parsed ? parsed : matchSheet(parsed.sheet, present)
}

/** The same; throws where there are errors. */
export function imported(
  text: string,
  present: readonly PresentComponent[],
  format?: SheetFormat,
): MatchedSheet<PresentComponent, ReadRow> {
  const matched = readAndMatch(text, present, format)
  if ('errors' in matched) throw new Error(JSON.stringify(matched.errors))
  return matched
}
