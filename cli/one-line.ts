import { visibleText } from '../src/lib/text/clean-text'

/** Returns a text on one line without control characters: names come from others, and a terminal obeys what it reads. */
export function onOneLine(text: string): string {
  return visibleText(text.replace(/\p{Cc}+/gu, ' '))
}
