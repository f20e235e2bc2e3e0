import { noActivity, type PendingChange, type PortActivity, type PortRefusal } from './port-activity'

/** What is under way for each port of each component. An activity that did not change stays the same object. */
export interface ActivityBoard {
  get: (component: string, port: number) => PortActivity
  /** Says which changes of a component are under way: these, and no others. */
  setPending: (component: string, pending: ReadonlyMap<number, PendingChange>) => void
  /** Says why a change of a port was not made; null takes it away. */
  setRefusal: (component: string, port: number, refusal: PortRefusal | null) => void
}

/** Gives an empty board. */
export function createActivityBoard(): ActivityBoard {
  const components = new Map<string, Map<number, PortActivity>>()

  function set(component: string, port: number, next: PortActivity) {
    const ports = components.get(component) ?? new Map<number, PortActivity>()
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
