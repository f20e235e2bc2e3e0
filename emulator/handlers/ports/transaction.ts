import type { Component } from '../../state'

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
