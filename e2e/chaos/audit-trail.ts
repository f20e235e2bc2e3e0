import type { Stage } from './stage'
import type { Tally } from './tally'

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
