import type { DesiredState } from '../../../../domain/model/desired-state'
import type { Review } from '../../engine/stores/review'

/** What a person has to know of a plan that came from a link. */
export interface FromLink {
  /** The names of components that were not found. */
  readonly missing: readonly string[]
}

const known = new WeakMap<DesiredState, FromLink>()

/** Remembers that a desired state came from a link. */
export function rememberFromLink(desired: DesiredState, from: FromLink): void {
  known.set(desired, from)
}

/** Returns what to know of a review that came from a link; null of any other. */
export function fromLink({ parts }: Review): FromLink | null {
  for (const { asked } of parts) {
    const found = known.get(asked)
    if (found) return found
  }
  return null
}
