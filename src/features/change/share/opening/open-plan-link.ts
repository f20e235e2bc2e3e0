import type { QueryClient } from '@tanstack/react-query'
import { type ErrorFacts, factsOf } from '../../../../api/errors/errors'
import type { Engine } from '../../engine/engine'
import { type LinkProblem, readPlanFragment } from '../link/plan-link'
import { fromLink, rememberFromLink } from './from-link'
import { linkedTargets } from './linked-targets'

/** What opening a link came to. */
export type Opened =
  /** The person was asked, or told by a notice. */
  | { readonly kind: 'reviewed' }
  | { readonly kind: 'problem'; readonly problem: LinkProblem }
  | { readonly kind: 'unread'; readonly error: ErrorFacts }
  /** All that was found is as desired; without `isFound` nothing was. */
  | { readonly kind: 'nothing'; readonly isFound: boolean; readonly missing: readonly string[] }

interface LinkOpening {
  client: QueryClient
  engine: Engine
  /** Once it fires, nothing is read any more. */
  signal: AbortSignal
  /** Called when the review of the plan appears. */
  onReview: () => void
}

/**
 * Plans what a link asks for from the current state, and has it reviewed like any other change: nothing is sent before the
 * person has said yes. Never rejects.
 */
export async function openPlanLink(
  fragment: string,
  { client, engine, signal, onReview }: LinkOpening,
): Promise<Opened> {
  const read = await readPlanFragment(fragment)
  if ('problem' in read) return { kind: 'problem', problem: read.problem }
  try {
    const { desired, missing } = await linkedTargets(client, read.plan)
    if (desired.size === 0) return { kind: 'nothing', isFound: false, missing }
    const from = { missing }
    for (const one of desired.values()) rememberFromLink(one, from)
    const leave = engine.reviews.subscribe(() => {
      const review = engine.reviews.current()
      if (review && fromLink(review) === from) onReview()
    })
    const outcomes = await engine.change(
      [...desired.keys()],
      (target) => desired.get(target) ?? { ports: new Map() },
      { alwaysAsks: true, signal },
    )
    leave()
    const isNothing = outcomes.every(({ kind, steps }) => kind === 'done' && steps.length === 0)
    return isNothing ? { kind: 'nothing', isFound: true, missing } : { kind: 'reviewed' }
  } catch (error) {
    return { kind: 'unread', error: factsOf(error) }
  }
}
