/** Returns the value below which the part `share` of all values lies, between two of them where that isn't one. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const low = sorted[Math.floor(at)]
  const high = sorted[Math.ceil(at)]
  if (low === undefined || high === undefined) throw new Error('There are no values')
  return low + (high - low) * (at - Math.floor(at))
}

/** Returns the median of all turns, and how far apart the middle half of them is. */
export function summary(turns: readonly number[]): { value: number; spread: number } {
  return { value: quantile(turns, 0.5), spread: quantile(turns, 0.75) - quantile(turns, 0.25) }
}
