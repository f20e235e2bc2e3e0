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
