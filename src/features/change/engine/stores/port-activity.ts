import type { ErrorFacts } from '../../../../api/errors/errors'
import type { PendingChange } from '../job/pending-changes'
import type { Outcome, RefusalReason } from '../outcome'

/** Why a port is not as desired, or may not be. */
export type ProblemReason =
  | RefusalReason
  /** It may have been carried out: it failed unclearly, and could not be read back either. */
  | { readonly reason: 'not-known'; readonly error: ErrorFacts }

/** Why a change of a port was not made, and which change. */
export type PortRefusal = ProblemReason & { readonly desired: PendingChange }

/** What is under way for one port, and what was refused last. Both null: nothing. */
export interface PortActivity {
  readonly pending: PendingChange | null
  readonly refusal: PortRefusal | null
}

/** The activity of every port that has none; one object, so that it compares as equal. */
export const noActivity: PortActivity = { pending: null, refusal: null }

const noActivities: ReadonlyMap<number, PortActivity> = new Map()

/** What is under way for each port of each component. An activity that did not change stays the same object. */
export interface PortActivities {
  get: (component: string, port: number) => PortActivity
  /** The ports of a component that have any: another map whenever one of them changes. */
  of: (component: string) => ReadonlyMap<number, PortActivity>
  /** Sets which changes of a component are under way: these, and no others. */
  setPending: (component: string, pending: ReadonlyMap<number, PendingChange>) => void
  /** Sets why a change of a port was not made; null takes it away. */
  setRefusal: (component: string, port: number, refusal: PortRefusal | null) => void
}

/** Returns a store in which nothing is under way. */
export function createPortActivities(): PortActivities {
  const components = new Map<string, ReadonlyMap<number, PortActivity>>()

  function set(component: string, port: number, next: PortActivity) {
    const ports = new Map(components.get(component))
    if (next.pending === null && next.refusal === null) ports.delete(port)
    else ports.set(port, next)
    if (ports.size === 0) components.delete(component)
    else components.set(component, ports)
  }

  function get(component: string, port: number): PortActivity {
    return components.get(component)?.get(port) ?? noActivity
  }

  return {
    get,
    of: (component) => components.get(component) ?? noActivities,
    setPending(component, pending) {
      const known = components.get(component)?.keys() ?? []
      for (const port of new Set([...known, ...pending.keys()])) {
        const activity = get(component, port)
        const desired = pending.get(port) ?? null
        if (JSON.stringify(activity.pending) !== JSON.stringify(desired))
          set(component, port, { ...activity, pending: desired })
      }
    },
    setRefusal(component, port, refusal) {
      const activity = get(component, port)
      if (activity.refusal !== refusal) set(component, port, { ...activity, refusal })
    },
  }
}

/** Returns why a change was not made, or may not have been; null where it was, or nobody wanted it any more. */
export function problemOf(outcome: Outcome): ProblemReason | null {
  switch (outcome.kind) {
    case 'refused':
      return outcome.why
    case 'unclear':
      return outcome.isAnswered ? null : { reason: 'not-known', error: outcome.error }
    case 'done':
    case 'partly':
    case 'not-started':
      return null
  }
}
