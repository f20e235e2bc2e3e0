/** What a change costs from being asked for until its review is there, in milliseconds. */
export interface ReviewCost {
  readonly untilReview: number
  /** The longest that nothing else could run, such as a frame. */
  readonly longestTask: number
}

/** Prints the best of each: others on the machine only make it worse. */
export function printBest(what: string, costs: readonly ReviewCost[]) {
  const best = (of: (cost: ReviewCost) => number) => Math.min(...costs.map(of)).toFixed(0)
  const [review, task] = [best((cost) => cost.untilReview), best((cost) => cost.longestTask)]
  console.log(`  ${what.padStart(12)}  ${review.padStart(5)} · ${task}`)
}
