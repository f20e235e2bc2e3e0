import { startTransition, useEffect, useState } from 'react'
import { afterPaint } from './dom/after-paint'

/**
 * Follows a value once what it is shown by itself has been painted. Unlike `useDeferredValue`, whose rendering begins before the
 * paint and holds it up as long as one of its parts takes. Of several values within one frame, only the last one counts.
 */
export function usePainted<T>(value: T): T {
  const [painted, setPainted] = useState(value)
  useEffect(() => {
    if (Object.is(painted, value)) return undefined
    return afterPaint(() => startTransition(() => setPainted(value)))
  }, [value, painted])
  return painted
}
