import type { PortWish, Wish } from '../../../domain/model/port'
import type { Step } from '../../../domain/model/step'
import type { PendingWish } from './port-activity'

/** Gives what the steps of a plan make of each port that they name, as far as a person sees it. */
export function wishesOfSteps(steps: readonly Step[]): Map<number, PendingWish> {
  const wishes = new Map<number, PendingWish>()
  for (const step of steps) {
    const earlier = wishes.get(step.port) ?? {}
    const wish = wishOfStep(step)
    wishes.set(step.port, wish === 'delete' || earlier === 'delete' ? wish : { ...earlier, ...wish })
  }
  return wishes
}

function wishOfStep(step: Step): PendingWish {
  switch (step.call) {
    case 'add':
      return { inner: step.body.is_inner_service, protocol: step.body.protocol }
    case 'delete':
      return 'delete'
    case 'change':
      return wishOfChange(step.body)
  }
}

function wishOfChange(body: Extract<Step, { call: 'change' }>['body']): Partial<PortWish> {
  switch (body.action) {
    case 'open_inner':
      return { inner: true }
    case 'close_inner':
      return { inner: false }
    case 'open_outer':
      return { outer: true }
    case 'close_outer':
      return { outer: false }
    case 'change_protocol':
      return { protocol: body.protocol }
    case 'change_port_alias':
      return { alias: body.port_alias }
  }
}

/** Puts a later wish for a port over an earlier one, with what it implies. */
export function joinWishes(earlier: PendingWish | undefined, later: PendingWish): PendingWish {
  if (later === 'delete' || earlier === undefined || earlier === 'delete') return later
  const joined: Partial<PortWish> = { ...earlier, ...later }
  // What the later wish implies goes before what the earlier one said (`Wish`).
  if (later.outer === true && later.inner === undefined) delete joined.inner
  if (later.inner === false && later.outer === undefined) delete joined.outer
  return joined
}

/**
 * Takes the wish of a job that waits and the next one of the same component. Where both are about one and the same
 * port, gives the one wish that a person has in the end: the last word on each field. Else null.
 */
export function lastWord(waiting: Wish, next: Wish): Wish | null {
  const [[port, earlier] = [], ...others] = waiting.ports
  const [[nextPort, later] = [], ...nextOthers] = next.ports
  if (port === undefined || earlier === undefined || later === undefined || port !== nextPort) return null
  if (others.length > 0 || nextOthers.length > 0 || waiting.adds || next.adds) return null
  if (earlier === 'delete' || waiting.internalDomain !== undefined || next.internalDomain !== undefined)
    return null
  return { ports: new Map([[port, joinWishes(earlier, later)]]) }
}
