const pageLength = 8

/** Returns the option that a key leads to, or null where the key moves nothing. The arrows go round the ends. */
export function nextIndex(key: string, index: number, last: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return index >= last ? 0 : index + 1
    case 'ArrowUp':
      return index <= 0 ? last : index - 1
    case 'Home':
      return 0
    case 'End':
      return last
    case 'PageDown':
      return Math.min(index + pageLength, last)
    case 'PageUp':
      return Math.max(index - pageLength, 0)
    default:
      return null
  }
}
