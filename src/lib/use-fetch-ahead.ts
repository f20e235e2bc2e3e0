import { useEffect } from 'react'
import { afterPaint } from './dom/after-paint'
import { ahead } from './fetch-ahead'

/** Has parts of the app fetched ahead as soon as what the page was opened for is painted: until then they'd hold it up. */
export function useFetchAhead(isShown: boolean): void {
  useEffect(() => (isShown ? afterPaint(ahead.start) : undefined), [isShown])
}
