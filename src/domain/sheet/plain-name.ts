/** Blanks and line breaks come and go in spreadsheets, and a letter with its accent is one character or two. */
export function plainName(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim()
}

export function isSameName(one: string, other: string): boolean {
  return plainName(one) === plainName(other)
}
