import type { ApiError } from '../../api/errors'
import { openAddresses } from '../../domain/address'
import { planPorts } from '../../domain/plan'
import type { ComponentState, Wish } from '../../domain/port'
import type { SentJob } from './job'
import type { NoticeOutcome } from './notice'

/** What was read back: the component, or why it could not be read. */
export type ReadBack = { state: ComponentState } | { error: ApiError }

/**
 * Takes a job that was sent, what was read back after it, and the jobs of the same component that were sent later;
 * gives what became of it, or null where a later job overruled it. Only what reads as wished is done, whatever the
 * answers said.
 */
export function conclude(sent: SentJob, readBack: ReadBack, later: readonly SentJob[]): NoticeOutcome | null {
  const { wish, confirmed, error } = sent
  if ('state' in readBack && isFulfilled(readBack.state, wish)) return { kind: 'done' }
  if (error === null) {
    const left = stillWished(wish, later)
    if (left === null) return null
    if (left !== wish && 'state' in readBack && isFulfilled(readBack.state, left)) return { kind: 'done' }
  }
  if (error !== null)
    return confirmed.length > 0
      ? { kind: 'partly', error }
      : { kind: 'refused', why: { reason: 'error', error } }
  if (sent.isStopped) return confirmed.length > 0 ? { kind: 'partly', error: null } : null
  if ('error' in readBack) return { kind: 'not-read-back', error: readBack.error }
  return {
    kind: 'refused',
    why: { reason: 'not-as-wished', standing: standingAddresses(readBack.state, wish) },
  }
}

function isFulfilled(state: ComponentState, wish: Wish): boolean {
  const plan = planPorts(state, wish)
  return !('unreachable' in plan) && plan.steps.length === 0
}

/** Where a port still answers that was to be closed outside: a closing says yes although the gateway may keep its rule. */
function standingAddresses(state: ComponentState, wish: Wish): string[] {
  return [...wish.ports].flatMap(([port, wished]) =>
    wished === 'delete' || wished.outer === false ? (openAddresses(state, port) ?? []) : [],
  )
}

/**
 * Gives what is left of a wish where later ones have the last word on the same port, or on the internal domain, which
 * is the component's whichever row it was typed in. Null where nothing is left, the same wish where all of it is.
 */
function stillWished(wish: Wish, later: readonly SentJob[]): Wish | null {
  const ports = new Map(
    [...wish.ports].filter(([port]) => !later.some((other) => other.wish.ports.has(port))),
  )
  const keepsDomain = !later.some((other) => other.wish.internalDomain !== undefined)
  const internalDomain = keepsDomain ? wish.internalDomain : undefined
  if (ports.size === 0 && internalDomain === undefined) return null
  if (ports.size === wish.ports.size && internalDomain === wish.internalDomain) return wish
  return internalDomain === undefined ? { ports } : { ports, internalDomain }
}
