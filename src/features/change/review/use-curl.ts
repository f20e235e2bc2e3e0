import { useQuery } from '@tanstack/react-query'
import { paths } from '../../../api/paths'
import { sessionQuery } from '../../../api/resources/session'
import type { Step } from '../../../domain/model/step'
import type { Target } from '../engine/target'
import { curlOfPlan, curlOfStep } from './curl'

/** Returns functions that write steps of a component as curl commands for the console behind this Portdeck. */
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
