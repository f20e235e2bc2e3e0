import { parseEvents } from 'js-yaml'

/**
 * Returns the offset of the line in which a YAML text opens a bracket or a quotation mark that is still open at its end:
 * the first that is no YAML together with those before it.
 */
export function unclosedLine(text: string): number {
  const starts = [...text.matchAll(/^/gm)].map(({ index }) => index)
  let closed = 0
  let open = starts.length
  while (open - closed > 1) {
    const middle = (open + closed) >> 1
    if (isYaml(text.slice(0, starts[middle]))) closed = middle
    else open = middle
  }
  return starts[closed] ?? 0
}

function isYaml(text: string): boolean {
  try {
    parseEvents(text, {})
    return true
  } catch {
    return false
  }
}
