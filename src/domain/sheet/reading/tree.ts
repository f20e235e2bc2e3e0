import type { Cell } from '../sheet-error'

/** A part of a YAML or JSON text. What is neither map, list nor text, such as an alias, is `other`. */
export type Tree =
  | { readonly kind: 'map'; readonly at: Cell; readonly entries: readonly Entry[] }
  | { readonly kind: 'list'; readonly at: Cell; readonly items: readonly Tree[] }
  /** A text, number or switch as it is written; the text of null is empty. */
  | { readonly kind: 'text'; readonly at: Cell }
  | { readonly kind: 'other'; readonly at: Cell }

export interface Entry {
  readonly key: Tree
  readonly value: Tree
}
