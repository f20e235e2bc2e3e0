import { faultDefinition, type FaultEffect, type FaultName, type FaultReach } from './definitions'
import type { FaultRule } from './rules'

/** How long `slow` holds a request when its rule does not say, in milliseconds. */
export const slowMs = 3000

/** What is to happen to one request, after it was held for `latencyMs`. */
export type FaultDecision = FaultEffect & { readonly latencyMs: number }

interface Asked {
  readonly method: string
  readonly pathname: string
  /** The fault that the seed gives to the component whose route this is. */
  readonly serviceFault?: FaultName | undefined
}

export interface Faults {
  /** Replaces all rules; the counts start anew. */
  set(rules: readonly FaultRule[]): void
  /** Takes all rules away. */
  reset(): void
  /**
   * Says what is to happen to a request, and counts it. The first matching rule decides, `slow` rules only add
   * their latency; where no rule matches, the fault of the component does.
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
  // a rule may narrow a side route by its path, and reach reads by naming their method
  const narrowed = reach === 'writes' ? rule.method !== undefined : rule.path !== undefined
  return narrowed || reaches(reach, asked)
}

/** Says whether a component that shows `fault` shows it in this request: in those on its ports, or on its side routes. */
function shows(fault: FaultName, asked: Asked): boolean {
  const { shownOn } = faultDefinition(fault)
  return reaches(shownOn, asked) && (shownOn === 'side-routes' || portRoute.test(asked.pathname))
}

/** Makes the book of fault rules of one emulator, empty at first. */
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
    if (!effect && asked.serviceFault && shows(asked.serviceFault, asked)) {
      effect = faultDefinition(asked.serviceFault).effect
      if (asked.serviceFault === 'slow') latencyMs += slowMs
    }
    return { ...(effect ?? { kind: 'none' }), latencyMs }
  }

  return { set, reset: () => set([]), decide }
}
