import { useQuery } from '@tanstack/react-query'
import { paths } from '../../../api/paths'
import { sessionQuery } from '../../../api/resources/session'
import type { Step } from '../../../domain/model/step'
import type { Target } from '../engine/target'
import { curlOfPlan, curlOfStep } from './curl'

/** Gives functions that put steps of a component in curl commands, for the console that this Portdeck stands before. */
export function useCurl({ ref }: Target): {
  ofStep: (step: Step) => string
  ofPlan: (steps: readonly Step[]) => string
} {
  const console = useQuery(sessionQuery()).data?.console ?? null
  const place = { console, portsPath: paths.ports(ref) }
  return {
    ofStep: (step) => curlOfStep(step, place),
    ofPlan: (steps) => curlOfPlan(steps, place),
  }
}
