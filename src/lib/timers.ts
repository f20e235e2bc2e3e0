import { useEffect, useState } from 'react'

/** Counts whole seconds down to 0 from the first rendering. A new `key` on the component starts it again. */
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

/** Milliseconds before waiting is shown; less would flicker. */
const slowAfterMs = 1000

/** Returns whether the wait has lasted for longer than a moment, without a break. */
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

/** Follows `isOn`, but stays true for so many milliseconds after that has become false. */
export function useLingering(isOn: boolean, milliseconds: number): boolean {
  const [lingers, setLingers] = useState(isOn)
  if (isOn && !lingers) setLingers(true)
  useEffect(() => {
    if (isOn) return
    const timer = setTimeout(() => setLingers(false), milliseconds)
    return () => clearTimeout(timer)
  }, [isOn, milliseconds])
  return isOn || lingers
}
