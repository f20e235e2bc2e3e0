/**
 * Returns what a person meant by what they typed or pasted: full-width forms as plain ones (an input method may
 * leave either), without blanks at the ends and without what cannot be seen (zero-width characters, marks of direction).
 */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()
}

// Marks of direction and what embeds, overrides and isolates one. They are seen by nobody and turn round what is read:
// a name may look like another one.
const directionControl = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

/**
 * Returns a text of somebody else's as it may stand on the screen: what would turn the direction of reading is written
 * out, as `⟦U+202E⟧`, instead of obeyed. Other letters, those of right-to-left scripts too, stay as they are.
 */
export function visibleText(text: string): string {
  return text.replace(
    directionControl,
    (control) => `⟦U+${(control.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟧`,
  )
}
