import { matchSheet, namedComponents } from '../../../domain/sheet/matching/match-sheet'
import { decodeSheet } from '../../../domain/sheet/reading/decode-sheet'
import { parseSheet, type ReadSheet } from '../../../domain/sheet/reading/parse-sheet'
import type { ComponentName, PresentComponent, Sheet, SheetFormat } from '../../../domain/sheet/sheet'
import type { SheetError } from '../../../domain/sheet/sheet-error'
import { formatSheet } from '../../../domain/sheet/writing/format-sheet'
import { type Comparison, comparisonOf } from './comparison'
import { problemsOf, type SheetProblems } from './sheet-problems'

type Wrong = { readonly problems: SheetProblems }

/** What is done with sheets, in a worker: 50,000 rows take seconds. Each has what it is given, and what it returns. */
export interface SheetCalls {
  /** The text of a file; null where it is none, such as a workbook. */
  decode: { input: Uint8Array; output: string | null }
  /** Reads a sheet, which the next calls are about. */
  read: { input: string; output: Wrong | { readonly rows: number } }
  /** Finds the components that the sheet names, by their ids. */
  find: { input: readonly ComponentName[]; output: Wrong | { readonly componentIds: readonly string[] } }
  /** Compares the sheet with what is there. */
  compare: { input: readonly PresentComponent[]; output: Wrong | { readonly comparison: Comparison } }
  write: { input: { readonly sheet: Sheet; readonly format: SheetFormat }; output: string }
}

export type SheetCall = keyof SheetCalls

type SheetHandlers = {
  readonly [Call in SheetCall]: (input: SheetCalls[Call]['input']) => SheetCalls[Call]['output']
}

/** Returns what answers the calls. It keeps the last sheet that was read, which is not copied from thread to thread. */
export function createSheetHandlers(): SheetHandlers {
  let text = ''
  let sheet: ReadSheet = { missing: 'leave', rows: [] }
  const wrong = (errors: readonly SheetError[]): Wrong => ({ problems: problemsOf(text, errors) })
  return {
    decode: (bytes) => decodeSheet(bytes)?.text ?? null,
    read(given) {
      text = given
      const parsed = parseSheet(given)
      if ('errors' in parsed) return wrong(parsed.errors)
      sheet = parsed.sheet
      return { rows: sheet.rows.length }
    },
    find(components) {
      const found = namedComponents(
        sheet,
        components.map((component) => ({ ...component, ports: null })),
      )
      if ('errors' in found) return wrong(found.errors)
      return { componentIds: found.components.map(({ componentId }) => componentId) }
    },
    compare(present) {
      const matched = matchSheet(sheet, present)
      return 'errors' in matched ? wrong(matched.errors) : { comparison: comparisonOf(matched) }
    },
    write: ({ sheet: written, format }) => formatSheet(written, format),
  }
}

/** Answers one call. */
export function handle<Call extends SheetCall>(
  handlers: SheetHandlers,
  call: Call,
  input: SheetCalls[Call]['input'],
): SheetCalls[Call]['output'] {
  return handlers[call](input)
}
