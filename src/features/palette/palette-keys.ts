const isMac = typeof navigator === 'object' && navigator.userAgent.includes('Mac')

/** The keys that open the palette: on a Mac, Ctrl+K deletes to the end of a line. */
export const paletteKeys = isMac ? { aria: 'Meta+K', shown: '⌘K' } : { aria: 'Control+K', shown: 'Ctrl+K' }

export function isPaletteKey({ ctrlKey, metaKey, altKey, shiftKey, key, code }: KeyboardEvent): boolean {
  if (altKey || shiftKey || (isMac ? !metaKey || ctrlKey : !ctrlKey || metaKey)) return false
  return key.toLowerCase() === 'k' || code === 'KeyK'
}
