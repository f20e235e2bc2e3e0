import { distance } from 'fastest-levenshtein'

/** Names that people write in more than one way. */
export interface Lookup<Key extends string> {
  find: (text: string) => Key | undefined
  /** Returns the name that a text was probably meant to be, as it is written in a sheet; null where none is close. */
  nearest: (text: string) => string | null
  /** The names as they are written in a sheet. */
  written: readonly string[]
}

/** Returns what finds keys by their names, of which the first is the one that sheets are written with. */
export function lookupOf<Key extends string>(
  table: readonly (readonly [Key, readonly [string, ...string[]]])[],
): Lookup<Key> {
  const byName = new Map(table.flatMap(([key, names]) => names.map((name) => [folded(name), key])))
  const written = table.map(([, [name]]) => name)
  return {
    find: (text) => byName.get(folded(text)),
    nearest: (text) => nearest(text, written),
    written,
  }
}

/** Case, width and separators make no difference. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Cf}\s_-]/gu, '')
    .toLowerCase()
}

/** Returns the name that a text is a slip of: two of its characters differ, or a third of many. Null where there is none. */
export function nearest(text: string, names: Iterable<string>): string | null {
  const typed = text.slice(0, 100).toLowerCase()
  let best: string | null = null
  let least = Math.min(typed.length, Math.max(2, Math.floor(typed.length / 3)) + 1)
  for (const name of names) {
    if (Math.abs(name.length - typed.length) >= least) continue
    const apart = distance(typed, name.toLowerCase())
    if (apart < least) [best, least] = [name, apart]
  }
  return best
}
