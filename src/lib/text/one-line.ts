import { visibleText } from './clean-text'

/** Returns a text on one line without control characters: names come from others, and a terminal obeys what it reads. */
export function onOneLine(text: string): string {
  return visibleText(text.replace(/\p{Cc}+/gu, ' '))
}

// What Markdown reads anywhere in a line, what it reads at its beginning, and what forges make links of.
const markdownSigns = /[\\`*_[\]<>#|~&@$]|^[-+]|(?<=^\d+)[.)]|(?<=www)\.|:(?=\/\/)/gi

/** Returns a text as one line of Markdown: names come from others, and whatever they hold, it stays text. */
export function asMarkdown(text: string): string {
  return onOneLine(text).trim().replace(markdownSigns, '\\$&')
}
