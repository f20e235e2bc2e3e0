import type { Component } from './world'

/** Copies the records of a component in the console's database. */
function recordsOf({ ports, variables, httpRules, tcpRules, probePort }: Component) {
  return structuredClone({ ports, variables, httpRules, tcpRules, probePort })
}

/** Runs a change of a component, and restores the console's records if it throws. */
export function inTransaction<T>(component: Component, change: () => T): T {
  const before = recordsOf(component)
  try {
    return change()
  } catch (error) {
    Object.assign(component, before)
    throw error
  }
}

/** Handles a request, and then restores the component that it names, log included. */
export async function withoutEffect(
  component: Component | undefined,
  handle: () => Promise<Response>,
): Promise<Response> {
  if (!component) return handle()
  const before = recordsOf(component)
  const logged = [...component.events]
  const answer = await handle()
  Object.assign(component, before)
  component.events.splice(0, component.events.length, ...logged)
  return answer
}
