import type { Component } from './world'

/** Runs a change of a component in the console's database: when it throws, the console's records are as before. */
export function inTransaction<T>(component: Component, change: () => T): T {
  const { ports, variables, httpRules, tcpRules, probePort } = component
  const before = structuredClone({ ports, variables, httpRules, tcpRules, probePort })
  try {
    return change()
  } catch (error) {
    Object.assign(component, before)
    throw error
  }
}

/** Lets a request be answered as ever, and leaves the component that it names as it was. */
export async function inVain(
  component: Component | undefined,
  handle: () => Promise<Response>,
): Promise<Response> {
  if (!component) return handle()
  const { ports, variables, httpRules, tcpRules, probePort } = component
  const before = structuredClone({ ports, variables, httpRules, tcpRules, probePort })
  const logged = component.events.length
  const answer = await handle()
  Object.assign(component, before)
  // The log begins with what is newest.
  component.events.splice(0, component.events.length - logged)
  return answer
}
