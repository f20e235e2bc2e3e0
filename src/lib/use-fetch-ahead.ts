import { useEffect } from 'react'
import { ahead } from './fetch-ahead'

/** Has parts of the app fetched ahead as soon as what the page was opened for is painted: until then they'd hold it up. */
export function useFetchAhead(isShown: boolean): void {
  useEffect(() => {
    if (!isShown) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    // A frame calls back before it paints.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(ahead.start)
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [isShown])
}
