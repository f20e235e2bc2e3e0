import type { ComponentState } from '../../../domain/model/component'
import type { Step } from '../../../domain/model/step'
import { restoreDesiredState } from '../../../domain/model/stored-desired-state'
import { isFulfilled } from '../../../domain/plan/plan'
import type { Outcome, StepResult } from '../engine/outcome'
import { reportRows, type ReportRow } from '../report/report-rows'
import type { Write } from './many-consoles'

function isWriteOf(step: Step, { method, port, body }: Write): boolean {
  const methods = { add: 'POST', change: 'PUT', delete: 'DELETE' }
  if (method !== methods[step.call] || port !== step.port) return false
  return step.call === 'delete' || JSON.stringify(body) === JSON.stringify(step.body)
}

const carriedOut: readonly StepResult[] = ['done', 'answered', 'unclear']

/** What an outcome says that the console did not do, and the other way round. */
export function untruths(outcome: Outcome, writes: readonly Write[]): unknown[] {
  const said = outcome.steps.filter(({ step, result }) => {
    const own = writes.filter((write) => isWriteOf(step, write))
    switch (result) {
      case 'done':
        return !own.some((write) => write.tookEffect)
      case 'answered':
        return !own.some((write) => write.isAnswered)
      case 'no-effect':
        return !own.some((write) => write.isAnswered && !write.tookEffect)
      case 'refused':
        return own.length === 0 || own.at(-1)?.tookEffect === true
      case 'unclear':
        return own.length === 0 || own.at(-1)?.isAnswered === true
      case 'not-sent':
        return (
          own.length > 0 && !outcome.steps.some((other) => other.step !== step && isAlike(other.step, step))
        )
    }
  })
  const unsaid = writes.filter(
    (write) =>
      write.tookEffect &&
      !outcome.steps.some(({ step, result }) => carriedOut.includes(result) && isWriteOf(step, write)),
  )
  return [...said, ...unsaid]
}

/** The rows of the report that say of a port what the console, as far as it could be read, does not. */
export function untrueRows(outcome: Outcome, now: ComponentState, writes: readonly Write[]): ReportRow[] {
  const asked = outcome.desired && restoreDesiredState(outcome.desired)
  return reportRows([outcome]).filter(({ port, status }) => {
    const tookEffect = writes.some((write) => write.port === port && write.tookEffect)
    const own = asked?.ports.get(port)
    const isAsAsked = own === undefined || isFulfilled(now, { ports: new Map([[port, own]]) })
    switch (status) {
      case 'done':
        return !isAsAsked || !tookEffect
      case 'unchanged':
        // What was left before it began is told as it was planned.
        return tookEffect || (!isAsAsked && outcome.kind !== 'not-started')
      case 'partly':
        return !tookEffect
      case 'not-started':
        return tookEffect
      case 'refused':
      case 'unclear':
        return writes.length === 0 && outcome.steps.length > 0
    }
  })
}

function isAlike(one: Step, other: Step): boolean {
  return one.call === other.call && one.port === other.port
}
