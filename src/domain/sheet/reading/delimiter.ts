import { settings } from '../fields'

/** A spreadsheet copies with tabs, and saves with semicolons where commas belong to numbers. */
const delimiters = [',', ';', '\t'] as const

/** Returns what parts the cells: what the header, the first line that is no setting, has most of. */
export function delimiterOf(text: string): string {
  const header = headerOf(text)
  const counts = delimiters.map((delimiter) => header.split(delimiter).length)
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ','
}

function headerOf(text: string): string {
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n', at)
    const line = text.slice(at, end < 0 ? text.length : end)
    const [name = ''] = line.replaceAll('"', '').split(/[,;\t]/)
    if (/[^\s,;"]/.test(line) && settings.find(name) === undefined) return line
    at += line.length + 1
  }
  return ''
}
