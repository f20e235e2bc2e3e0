const quote = 0x22
const backslash = 0x5c
/** `[` and `{`, `]` and `}` differ in this bit only. */
const curly = 0x20
const opening = 0x7b
const closing = 0x7d

/** Tells whether JSON text has more than `most` levels of objects and lists, before anything recursive reads it. */
export function nestsDeeperThan(most: number, text: string): boolean {
  const { length } = text
  let depth = 0
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === quote) {
      // Skips the string.
      for (at += 1; at < length; at += 1) {
        const inside = text.charCodeAt(at)
        if (inside === quote) break
        if (inside === backslash) at += 1
      }
    } else if ((code | curly) === opening) {
      depth += 1
      if (depth > most) return true
    } else if ((code | curly) === closing) depth -= 1
  }
  return false
}
