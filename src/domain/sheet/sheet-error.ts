import type { AliasProblem, InternalDomainProblem } from '../model/port-validation'
import type { Lookup } from './lookup'
import type { ComponentName, SheetField } from './sheet'

/** Where something stands in the text of a sheet, counted from 1 as editors do. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** A text of a sheet, and where it begins. */
export interface Cell extends Place {
  readonly text: string
}

interface UnknownValue {
  readonly kind: 'unknown-value'
  readonly choices: readonly string[]
  readonly nearest: string | null
}

export function unknownValue({ written, nearest }: Lookup<string>, text: string): UnknownValue {
  return { kind: 'unknown-value', choices: written, nearest: nearest(text) }
}

/** Why a text is no sheet. `nearest` is what was probably meant, as it is written; null where nothing is close. */
export type ReadProblem =
  /** It can't be read as YAML or JSON from here on. */
  | { readonly kind: 'syntax' }
  /** A quotation mark opens a cell and nothing closes it. */
  | { readonly kind: 'open-quote' }
  /** Text follows the quotation mark that closes a cell. */
  | { readonly kind: 'text-after-quote' }
  | { readonly kind: 'too-long'; readonly most: number }
  | { readonly kind: 'too-many-rows'; readonly most: number }
  | { readonly kind: 'no-version' }
  | { readonly kind: 'unknown-version'; readonly known: string }
  | { readonly kind: 'unknown-field'; readonly nearest: string | null }
  | { readonly kind: 'duplicate-field'; readonly firstLine: number }
  /** A column, a key or the cell of a row that must be there. `field` is how it is written. */
  | { readonly kind: 'missing-field'; readonly field: string }
  /** A row of fewer cells than the header: which of them is missing can't be told. */
  | { readonly kind: 'cell-count'; readonly expected: number; readonly found: number }
  /** A cell under no column. */
  | { readonly kind: 'stray-cell' }
  | { readonly kind: 'wrong-type'; readonly expected: 'map' | 'list' | 'text' }
  | UnknownValue
  | { readonly kind: 'not-a-port' }

/** Why a row can't be applied to what is there. */
export type MatchProblem =
  | { readonly kind: 'unknown-app'; readonly nearest: string | null }
  | { readonly kind: 'unknown-component'; readonly nearest: string | null }
  | { readonly kind: 'ambiguous-component'; readonly candidates: readonly ComponentName[] }
  /** The id is that of a component of another name. */
  | { readonly kind: 'other-name'; readonly named: ComponentName }
  /** By their name, rows of different ids belong to one component. */
  | { readonly kind: 'other-id'; readonly otherLine: number }
  | { readonly kind: 'ports-unknown' }
  | { readonly kind: 'duplicate-row'; readonly firstLine: number }
  /** The component has several ports of this number, which can only be left as they are. */
  | { readonly kind: 'port-twice' }
  /** There is no such port, and the row says too little to add it. `fields` are written as in a sheet. */
  | { readonly kind: 'incomplete-port'; readonly fields: readonly string[] }
  | UnknownValue
  | { readonly kind: 'alias'; readonly problem: AliasProblem }
  | { readonly kind: 'internal-domain'; readonly problem: InternalDomainProblem }
  /** An internal domain is the component's, and another row says another one. */
  | { readonly kind: 'other-internal-domain'; readonly otherLine: number }
  | { readonly kind: 'external-without-internal' }

/** What is wrong with a sheet, and the text at fault. */
export type SheetError<Problem = ReadProblem | MatchProblem> = Cell & { readonly problem: Problem }

export type Report<Problem> = (at: Cell, problem: Problem) => void

/** Of a text at fault, what a person needs to find it. */
const longestShown = 80

/** Returns what collects errors, and gives them in the order of the text. */
export function createErrors<Problem>(): {
  report: Report<Problem>
  found: () => readonly SheetError<Problem>[]
} {
  const errors: SheetError<Problem>[] = []
  return {
    report(at, problem) {
      errors.push({ ...at, text: at.text.slice(0, longestShown), problem })
    },
    found: () => errors.sort((a, b) => a.line - b.line || a.column - b.column),
  }
}

/** The cells of a row that are filled in. */
export type Cells = Readonly<Partial<Record<SheetField, Cell>>>
