/** Counts what was checked, and says each in a line of its own. */
export interface Tally {
  /** Takes a sentence that should be true, whether it is, and what was counted. */
  check(sentence: string, isTrue: boolean, counted?: string): void
  /** Runs a part; what it throws counts as one failure. */
  part(title: string, run: () => Promise<void>): Promise<void>
  /** Prints `N passed, N failed` and gives whether nothing failed. */
  close(): boolean
}

export function createTally(): Tally {
  let passed = 0
  let failed = 0

  function check(sentence: string, isTrue: boolean, counted?: string) {
    if (isTrue) passed += 1
    else failed += 1
    console.log(
      `${isTrue ? '  ok    ' : '  FAILED'} ${sentence}${counted === undefined ? '' : ` (${counted})`}`,
    )
  }

  return {
    check,
    async part(title, run) {
      console.log(`\n${title}`)
      try {
        await run()
      } catch (error) {
        check(
          'it ran to its end',
          false,
          error instanceof Error ? (error.stack ?? error.message) : String(error),
        )
      }
    },
    close() {
      console.log(`\n${passed} passed, ${failed} failed`)
      return failed === 0
    },
  }
}
