const quote = 0x22
const backslash = 0x5c
const comma = 0x2c
const openingBracket = 0x5b
/** `[` and `{`, `]` and `}` differ in this bit only. */
const curly = 0x20
const opening = 0x7b
const closing = 0x7d

/** A long list of a JSON text that is in no other list. */
export interface LongList {
  /** Where its elements begin and end. */
  readonly from: number
  to: number
  /** Commas between elements, at least `pieceLength` apart. */
  readonly cuts: number[]
}

export interface Outline {
  /** Reads about so many characters more. Returns false if none are left, or if the text nests too deep. */
  advance(characters: number): boolean
  /** Tells whether the text so far has more levels of objects and lists than allowed. */
  readonly isTooDeep: () => boolean
  /** Returns the lists that are at least `pieceLength` long, in order. */
  readonly longLists: () => readonly LongList[]
}

/**
 * Outlines a JSON text before anything recursive reads it, as fast or as slowly as the caller likes. Of text that is not
 * JSON it says something harmless.
 * @param most levels of objects and lists
 * @param pieceLength characters
 */
export function createOutline(text: string, most: number, pieceLength: number): Outline {
  const lists: LongList[] = []
  let next = 0
  let depth = 0
  let inString = false
  let list: LongList | undefined
  /** The depth of the elements of `list`; 0 outside of lists. */
  let listDepth = 0
  let cut = 0

  return {
    advance(characters) {
      const end = Math.min(text.length, next + characters)
      let at = next
      // Most characters are in strings; a variable of this function alone is read several times as fast.
      let inside = inString
      for (; at < end && depth <= most; at += 1) {
        const code = text.charCodeAt(at)
        if (inside) {
          if (code === quote) inside = false
          else if (code === backslash) at += 1
        } else if (code === quote) inside = true
        else if (code === comma) {
          if (depth !== listDepth || at - cut < pieceLength) continue
          list ??= { from: cut, to: text.length, cuts: [] }
          list.cuts.push(at)
          cut = at
        } else if ((code | curly) === opening) {
          depth += 1
          if (code !== openingBracket || listDepth > 0) continue
          listDepth = depth
          cut = at + 1
        } else if ((code | curly) === closing) {
          if (depth === listDepth) {
            if (list !== undefined) lists.push({ ...list, to: at })
            list = undefined
            listDepth = 0
          }
          depth -= 1
        }
      }
      next = at
      inString = inside
      return at < text.length && depth <= most
    },
    isTooDeep: () => depth > most,
    longLists: () => lists,
  }
}
