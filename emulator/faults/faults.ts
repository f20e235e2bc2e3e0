import { faultDefinition, type FaultEffect, type FaultName, type FaultReach } from './definitions'
import type { FaultRule } from './rules'

/** How long `slow` delays a request by default, in milliseconds. */
export const slowMs = 3000

/** What happens to one request after a delay of `latencyMs`. */
export type FaultDecision = FaultEffect & { readonly latencyMs: number }

interface Asked {
  readonly method: string
  readonly pathname: string
  /** The fault of the component in the path, from the seed. */
  readonly componentFault?: FaultName | undefined
}

export interface Faults {
  /** Replaces all rules and resets their counts. */
  set(rules: readonly FaultRule[]): void
  /** Removes all rules. */
  reset(): void
  /**
   * Decides what happens to a request, and counts it. The first matching rule decides, and `slow` rules only add their
   * latency. Without a matching rule the fault of the component applies.
   */
  decide(asked: Asked): FaultDecision
}

const sideRoute = /\/(events|domains|apps_port|services\/[^/]+)$/
const portRoute = /\/services\/[^/]+\/ports(\/[^/]*)?$/

const isWrite = (method: string) => !['GET', 'HEAD', 'OPTIONS'].includes(method.toUpperCase())

function reaches(reach: FaultReach, { method, pathname }: Asked): boolean {
  if (reach === 'side-routes') return sideRoute.test(pathname)
  if (reach === 'ports') return portRoute.test(pathname)
  return reach === 'all' || isWrite(method)
}

function matchesPath(pattern: string, pathname: string): boolean {
  if (!pattern.includes('*')) return pathname.includes(pattern)
  const source = pattern
    .split(/(\*\*?)/)
    .map((part) => {
      if (part === '**') return '.*'
      return part === '*' ? '[^/]*' : part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
    })
    .join('')
  return new RegExp(`^${source}$`).test(pathname)
}

function matches(rule: FaultRule, asked: Asked): boolean {
  if (rule.method !== undefined && rule.method.toUpperCase() !== asked.method.toUpperCase()) return false
  if (rule.path !== undefined && !matchesPath(rule.path, asked.pathname)) return false
  const { reach } = faultDefinition(rule.fault)
  // A rule may pick other routes than the side routes by its path, and reads by their method.
  const narrowed = reach === 'writes' ? rule.method !== undefined : rule.path !== undefined
  return narrowed || reaches(reach, asked)
}

/** Tells whether a component with a fault shows it in this request: in those for its ports, or for its side routes. */
function shows(fault: FaultName, asked: Asked): boolean {
  const { shownOn } = faultDefinition(fault)
  return reaches(shownOn, asked) && (shownOn === 'side-routes' || portRoute.test(asked.pathname))
}

/** Creates the fault rules of one emulator, at first none. */
export function createFaults(): Faults {
  let book: { readonly rule: FaultRule; left: number }[] = []

  const set = (rules: readonly FaultRule[]) => {
    book = rules.map((rule) => ({ rule, left: rule.count ?? Infinity }))
  }

  const decide = (asked: Asked): FaultDecision => {
    let latencyMs = 0
    let effect: FaultEffect | undefined
    for (const entry of book) {
      const { rule } = entry
      const isSlow = rule.fault === 'slow'
      if (entry.left === 0 || (effect && !isSlow) || !matches(rule, asked)) continue
      entry.left -= 1
      latencyMs += rule.latencyMs ?? (isSlow ? slowMs : 0)
      if (!isSlow) effect = faultDefinition(rule.fault).effect
    }
    if (!effect && asked.componentFault && shows(asked.componentFault, asked)) {
      effect = faultDefinition(asked.componentFault).effect
      if (asked.componentFault === 'slow') latencyMs += slowMs
    }
    return { ...(effect ?? { kind: 'none' }), latencyMs }
  }

  return { set, reset: () => set([]), decide }
}
