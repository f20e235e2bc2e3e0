/** What takes the room of a space with it. */
const fullWidthEnd = /[。，、；：？！）]$/u

/** What both languages use, so that only the next character tells whether a space belongs behind it. */
const sharedEnd = /[…”]$/u

const chineseStart = /^\p{Script=Han}/u

/** Returns what belongs between two texts that follow each other: a space, or nothing where Chinese has none. */
export function gapBetween(before: string, after: string): '' | ' ' {
  if (before === '' || fullWidthEnd.test(before)) return ''
  return sharedEnd.test(before) && chineseStart.test(after) ? '' : ' '
}

/** Returns sentences, and the labels before them, as one text; leaves out what is empty or undefined. */
export function joinSentences(parts: readonly (string | undefined)[]): string {
  return parts.reduce<string>((text, part) => (part ? text + gapBetween(text, part) + part : text), '')
}
