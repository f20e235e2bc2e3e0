/** How many pictures a strip has. */
const count = 8

export interface Picture {
  /** Milliseconds after the navigation began. */
  ms: number
  /** A JPEG in base64; empty before anything was painted. */
  data: string
}

/**
 * Chooses what was on the screen at equal distances of time: the browser reports a picture only when it has changed.
 * @param taken in the order in which they were taken
 * @param shownAt when what is waited for was painted, in milliseconds; the last picture shows it
 */
export function inSteps(taken: readonly Picture[], shownAt: number): Picture[] {
  const step = Math.ceil(shownAt / (count - 1) / 100) * 100
  return Array.from({ length: count }, (_, index) => {
    const ms = index * step
    return { ms, data: taken.findLast((picture) => picture.ms <= ms)?.data ?? '' }
  })
}
