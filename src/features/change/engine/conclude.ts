import type { ApiError } from '../../../api/errors/errors'
import { openPublicAddresses } from '../../../domain/model/gateway-rules'
import type { ComponentState } from '../../../domain/model/component'
import type { DesiredState } from '../../../domain/model/desired-state'
import type { Step } from '../../../domain/model/step'
import { isInEffect, lastingSteps } from '../../../domain/model/step-effect'
import { planPorts } from '../../../domain/plan/plan'
import type { SentJob } from './job'
import type { NoticeOutcome } from './notice'

/** What was read back: the component, or why it could not be read. */
export type ReadBack = { state: ComponentState } | { error: ApiError }

/**
 * Takes a job that was sent, what was read back after it, and the jobs of the same component that were sent later;
 * gives what became of it, or null where a later job overruled it. Only what reads as desired is done, whatever the
 * answers said; only a part of which something can be seen is a part.
 */
export function conclude(sent: SentJob, readBack: ReadBack, later: readonly SentJob[]): NoticeOutcome | null {
  const { desired, error, isStopped } = sent
  const left = error === null ? stillDesired(desired, later) : desired
  if ('error' in readBack) return left === null ? null : unread(sent, readBack.error)
  const { state } = readBack
  const { seen, vain } = effectsOf(sent.confirmed, state)
  const isOverruled = left !== desired
  if (isFulfilled(state, desired) && (vain === 0 || isOverruled)) return { kind: 'done' }
  if (left === null) return null
  if (isOverruled && isFulfilled(state, left)) return { kind: 'done' }
  if (seen > 0 && (error !== null || isStopped || isFulfilled(state, desired)))
    return { kind: 'partly', error, isReadBack: true }
  if (error !== null) return { kind: 'refused', why: { reason: 'error', error } }
  if (isStopped && sent.confirmed.length === 0) return null
  return { kind: 'refused', why: { reason: 'not-as-desired', standing: standingAddresses(state, desired) } }
}

/** Of the steps that can be seen in the end: how many are, and how many are not although they were confirmed. */
function effectsOf(steps: readonly Step[], state: ComponentState): { seen: number; vain: number } {
  const lasting = lastingSteps(steps)
  const seen = lasting.filter((step) => isInEffect(step, state)).length
  return { seen, vain: lasting.length - seen }
}

/** What may be said of a job that could not be read back: what was answered, and that nobody knows more. */
function unread(sent: SentJob, error: ApiError): NoticeOutcome | null {
  const { confirmed, attempted } = sent
  if (confirmed.length === 0) {
    if (sent.error === null) return sent.isStopped ? null : { kind: 'not-read-back', error }
    const reason = attempted.length > 0 ? 'not-known' : 'error'
    return { kind: 'refused', why: { reason, error: sent.error } }
  }
  if (sent.error !== null || sent.isStopped) return { kind: 'partly', error: sent.error, isReadBack: false }
  return { kind: 'not-read-back', error }
}

function isFulfilled(state: ComponentState, desired: DesiredState): boolean {
  const plan = planPorts(state, desired)
  return !('unreachable' in plan) && plan.steps.length === 0
}

/** Where a port still answers that was to be closed outside: a closing says yes although the gateway may keep its rule. */
function standingAddresses(state: ComponentState, desired: DesiredState): string[] {
  return [...desired.ports].flatMap(([port, desiredPort]) =>
    desiredPort === 'delete' || desiredPort.outer === false ? (openPublicAddresses(state, port) ?? []) : [],
  )
}

/**
 * Returns what is left of a desired state where later ones have the last word on the same port, or on the internal domain, which
 * is the component's whichever row it was typed in. Null where nothing is left, the same desired state where all of it is.
 */
function stillDesired(desired: DesiredState, later: readonly SentJob[]): DesiredState | null {
  const ports = new Map(
    [...desired.ports].filter(([port]) => !later.some((other) => other.desired.ports.has(port))),
  )
  const keepsDomain = !later.some((other) => other.desired.internalDomain !== undefined)
  const internalDomain = keepsDomain ? desired.internalDomain : undefined
  if (ports.size === 0 && internalDomain === undefined) return null
  if (ports.size === desired.ports.size && internalDomain === desired.internalDomain) return desired
  return internalDomain === undefined ? { ports } : { ports, internalDomain }
}
