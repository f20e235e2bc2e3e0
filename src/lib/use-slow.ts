import { useEffect, useState } from 'react'

/** From when on waiting is told, in milliseconds: less would flicker. */
const slowAfterMs = 1000

/** Whether something has been waited for, without a break, for longer than a moment. */
export function useSlow(isWaiting: boolean): boolean {
  const [isSlow, setIsSlow] = useState(false)
  useEffect(() => {
    if (!isWaiting) return
    const timer = setTimeout(() => setIsSlow(true), slowAfterMs)
    return () => {
      clearTimeout(timer)
      setIsSlow(false)
    }
  }, [isWaiting])
  return isWaiting && isSlow
}
