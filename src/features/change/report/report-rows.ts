import type { DesiredState } from '../../../domain/model/desired-state'
import { restoreDesiredState } from '../../../domain/model/stored-desired-state'
import type { Outcome, StepOutcome } from '../engine/outcome'
import { componentOf, type Target } from '../engine/target'

/**
 * What became of a port:
 * - `done`: it reads as was asked for
 * - `unchanged`: it was so before
 * - `partly`: some of it is done, and the rest was not sent
 * - `refused`: Rainbond refused it, or it does not read as was asked for after all
 * - `unclear`: it could not be read back
 * - `not-started`: nothing of it was sent
 */
export type RowStatus = (typeof rowStatuses)[number]

/** In the order in which a person wants to know of them. */
export const rowStatuses = ['refused', 'unclear', 'partly', 'not-started', 'done', 'unchanged'] as const

/** A port that a change was about. Plain data, like the outcome. */
export interface ReportRow {
  readonly id: string
  readonly outcome: Outcome
  readonly port: number
  readonly status: RowStatus
  readonly steps: readonly StepOutcome[]
}

/** Returns what became of each port of a change, in the order of its components. */
export function reportRows(outcomes: readonly Outcome[]): ReportRow[] {
  return outcomes.flatMap((outcome) => {
    const asked = (outcome.desired?.ports ?? []).map(([port]) => port)
    const ports = new Set([...asked, ...outcome.steps.map(({ step }) => step.port)])
    return [...ports]
      .toSorted((one, other) => one - other)
      .map((port) => {
        const steps = outcome.steps.filter(({ step }) => step.port === port)
        const id = `${componentOf(outcome.target)} ${String(port)}`
        return { id, outcome, port, steps, status: statusOf(outcome, port, steps) }
      })
  })
}

function statusOf(outcome: Outcome, port: number, steps: readonly StepOutcome[]): RowStatus {
  const has = (...results: StepOutcome['result'][]) => steps.some(({ result }) => results.includes(result))
  if (has('unclear', 'answered')) return 'unclear'
  if (has('refused', 'no-effect')) return 'refused'
  if (has('not-sent')) return has('done') ? 'partly' : 'not-started'
  // What was never planned ended for all ports alike.
  if (outcome.steps.length === 0 && outcome.kind !== 'done' && outcome.kind !== 'partly') return outcome.kind
  if (outcome.unmet.includes(port)) return 'refused'
  return steps.length === 0 ? 'unchanged' : 'done'
}

/** Whether a port is not, or may not be, as asked for. */
export function isUnsettled({ status }: Pick<ReportRow, 'status'>): boolean {
  return status !== 'done' && status !== 'unchanged'
}

/** Whether nothing had to be sent for a port, and yet it doesn't read as was asked for. */
export function isChangedSince({ status, steps, outcome }: ReportRow): boolean {
  return status === 'refused' && steps.length === 0 && outcome.steps.length > 0
}

/** Returns how many rows have each status. */
export function countByStatus(rows: readonly ReportRow[]): ReadonlyMap<RowStatus, number> {
  const counts = new Map<RowStatus, number>()
  for (const { status } of rows) counts.set(status, (counts.get(status) ?? 0) + 1)
  return counts
}

/** Returns what was asked for of the ports that are not as asked for, for another plan. */
export function unsettledChange(rows: readonly ReportRow[]): ReadonlyMap<Target, DesiredState> {
  const change = new Map<Target, DesiredState>()
  for (const { outcome, port } of rows.filter(isUnsettled)) {
    const asked = outcome.desired && restoreDesiredState(outcome.desired)
    const desiredPort = asked?.ports.get(port)
    if (!asked || desiredPort === undefined) continue
    const ports = new Map(change.get(outcome.target)?.ports)
    change.set(outcome.target, { ...asked, ports: ports.set(port, desiredPort) })
  }
  return change
}
