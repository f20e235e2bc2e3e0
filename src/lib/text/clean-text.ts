/**
 * Returns what a person meant by what they typed or pasted: full-width characters as plain ones (an input method may leave
 * either), without blanks at the ends and without invisible characters (zero-width characters, marks of direction).
 */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()
}

// Marks of direction, and what embeds, overrides and isolates one. They are invisible and reverse the text, so that a name
// may look like another one.
const directionControl = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

/**
 * Returns a text from outside in a form that is safe to show: controls of direction are written out, such as `⟦U+202E⟧`,
 * instead of obeyed. Other characters, including right-to-left scripts, stay unchanged.
 */
export function visibleText(text: string): string {
  return text.replace(
    directionControl,
    (control) => `⟦U+${(control.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟧`,
  )
}
