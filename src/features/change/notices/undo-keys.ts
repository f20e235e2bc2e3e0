const isMac = typeof navigator === 'object' && navigator.userAgent.includes('Mac')

/** The keys that take back the last change, and make it again: the usual ones, outside of text fields. */
export const undoKeys = {
  undo: { aria: 'Control+Z Meta+Z', shown: isMac ? '⌘Z' : 'Ctrl+Z' },
  redo: { aria: 'Control+Shift+Z Meta+Shift+Z', shown: isMac ? '⇧⌘Z' : 'Ctrl+Shift+Z' },
} as const

const textFields = 'input:not([type="checkbox"]), textarea, [contenteditable]'

/** Returns what a key asks for, where it is not the text field's own undo. */
export function undoKeyOf(event: KeyboardEvent): 'undo' | 'redo' | null {
  const { ctrlKey, metaKey, altKey, shiftKey, key, code, target } = event
  if (event.defaultPrevented || event.repeat || altKey || ctrlKey === metaKey) return null
  if (key.toLowerCase() !== 'z' && code !== 'KeyZ') return null
  if (target instanceof Element && target.matches(textFields)) return null
  return shiftKey ? 'redo' : 'undo'
}
