import { sideBySide } from '../../engine/effects'
import type { PlanFacts } from './part-facts'

/** How long a call takes until one has been measured, in milliseconds. */
const assumedMs = 300

/** Returns how long the calls of this page have taken so far: their median, in milliseconds. */
export function typicalCallMs(): number {
  const durations = performance
    .getEntriesByType('resource')
    .filter(({ name }) => name.includes('/openapi/'))
    .map(({ duration }) => duration)
    .toSorted((one, other) => one - other)
  return durations[Math.floor(durations.length / 2)] ?? assumedMs
}

/** Returns how long plans take that run side by side within the engine's limit, in seconds. */
export function expectedSeconds(plans: readonly PlanFacts[], callMs: number): number {
  const busy = plans.filter(({ steps }) => steps > 0)
  // The two requests of a reading are sent together.
  const each = busy.map(({ calls }) => calls.writes + calls.readings)
  const all = each.reduce((sum, calls) => sum + calls, 0)
  // One component's calls follow each other, however few other components there are.
  const longest = each.reduce((most, calls) => Math.max(most, calls), 0)
  return (Math.max(all / sideBySide, longest) * callMs) / 1000
}
