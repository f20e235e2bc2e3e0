import { useDeferredValue } from 'react'

/**
 * Follows `isShown`, but becomes true only in a second rendering, which React does in slices: what is as large as a page
 * or a grid and appears with an answer then doesn't keep the browser from painting and from reacting in the meantime.
 * What is to be shown from the first rendering on appears in that one, and nothing stays longer than `isShown`.
 */
export function useSliced(isShown: boolean): boolean {
  return useDeferredValue(isShown) && isShown
}
