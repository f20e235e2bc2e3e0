/**
 * Takes what a person typed or pasted and gives what they meant: full-width forms as plain ones (an input method may
 * leave either), without blanks at the ends and without what cannot be seen (zero-width characters, marks of direction).
 */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()
}
