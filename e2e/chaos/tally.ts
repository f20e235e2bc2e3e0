import type { Stage } from './stage'

/** Counts checks and prints a line for each. */
export interface Tally {
  /** Records whether a sentence is true, with optional details. */
  check(sentence: string, isTrue: boolean, counted?: string): void
  /** Runs a part. An error counts as one failure. */
  part(title: string, run: () => Promise<void> | void): Promise<void>
  /** Prints `N passed, N failed` and returns whether nothing failed. */
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
        check('it completed', false, error instanceof Error ? (error.stack ?? error.message) : String(error))
      }
    },
    close() {
      console.log(`\n${passed} passed, ${failed} failed`)
      return failed === 0
    },
  }
}

/** Compares what the console has carried out since the start with the lines in the replicas' logs. */
export function checkAuditTrail({ rainbond, replicas }: Stage, tally: Tally): void {
  const lines = replicas.flatMap((replica) => replica.log()).filter(({ event }) => event === 'write-start')
  const named = new Set(lines.map(({ requestId }) => requestId))
  const missing = [...rainbond.carriedOut].filter((id) => !named.has(id))
  tally.check(
    'every write that was carried out has a line from before it was sent',
    rainbond.carriedOut.size > 0 && missing.length === 0,
    `${rainbond.carriedOut.size} carried out, ${missing.length} without a line`,
  )
}
