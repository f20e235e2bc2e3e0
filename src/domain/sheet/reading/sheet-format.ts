import type { SheetFormat } from '../sheet'

/** Returns what a text is written in, by how it begins. */
export function formatOf(text: string): SheetFormat {
  if (/^\s*[[{]/.test(text)) return 'json'
  // Comments, directives and the start of a document come before what a YAML file says.
  const [first = ''] = /^(?!\s*(?:#|---|%|$)).+$/m.exec(text) ?? []
  return /^(?:-\s|[^,;\t]*:)/.test(first) ? 'yaml' : 'csv'
}
