import * as z from 'zod/mini'
import { faultDefinition, type FaultName, faultNames } from '../../emulator/faults/definitions'
import type { FaultRule } from '../../emulator/faults/rules'

export const conditionsSchema = z.object({
  /** What goes wrong with every component; null for nothing. */
  fault: z.nullable(z.enum(faultNames)),
  /** Milliseconds by which every response is delayed. */
  latencyMs: z.int(),
})

/** What a visitor has switched on. */
export type Conditions = z.infer<typeof conditionsSchema>

export const noConditions: Conditions = { fault: null, latencyMs: 0 }

/**
 * Returns the rules for the emulator. A fault shows where the fault gallery shows it: in the requests for ports, or only in
 * changes, so that the rest of the demo stays usable.
 */
export function rulesOf({ fault, latencyMs }: Conditions): FaultRule[] {
  const latency: FaultRule[] = latencyMs > 0 ? [{ fault: 'slow', latencyMs }] : []
  return fault === null ? latency : [...latency, ...faultRules(fault)]
}

/** Returns whether a fault only shows when something is changed. */
export const showsInChanges = (fault: FaultName) => faultDefinition(fault).shownOn === 'writes'

function faultRules(fault: FaultName): FaultRule[] {
  if (showsInChanges(fault))
    return ['POST', 'PUT', 'DELETE'].map((method) => ({ fault, method, path: '/ports' }))
  return faultDefinition(fault).shownOn === 'all' ? [{ fault, path: '/ports' }] : [{ fault }]
}
