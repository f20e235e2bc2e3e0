import type { Place } from '../../../domain/sheet/sheet-error'

/** Selects a text in a field by its line and column, and scrolls there. */
export function selectPlace(
  field: HTMLTextAreaElement,
  { line, column, text }: Place & { text: string },
): void {
  const { value } = field
  let start = value.startsWith('\uFEFF') ? 1 : 0
  for (let at = 1; at < line; at += 1) start = value.indexOf('\n', start) + 1
  start += column - 1
  field.setSelectionRange(start, start + text.length)
  // Scrolls to it in a long line, too.
  field.blur()
  field.focus()
  const lineHeight = Number.parseFloat(getComputedStyle(field).lineHeight)
  field.scrollTop = Math.max(0, (line - 3) * lineHeight)
}
