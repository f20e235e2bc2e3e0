import { useEffect, useState } from 'react'

/** Counts whole seconds down to 0, from when it is first used. Give the user of it a `key` to start it again. */
export function useCountdown(seconds: number): number {
  const [left, setLeft] = useState(() => Math.max(0, Math.ceil(seconds)))
  const isRunning = left > 0
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => setLeft((before) => Math.max(0, before - 1)), 1000)
    return () => clearInterval(timer)
  }, [isRunning])
  return left
}

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
