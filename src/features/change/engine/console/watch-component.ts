import { hashKey, type QueryClient } from '@tanstack/react-query'
import { watchEntry } from '../../../../api/cache-entries'
import type { Domains } from '../../../../api/contract/domain'
import { keys } from '../../../../api/keys'
import { createKeyedEmitter, type KeyedEmitter } from '../../../../lib/emitter'
import type { Target } from '../target'
import { areRulesToCome, cachedDomains, domainsByComponent } from './component-cache'

/** Calls `listener` after the ports or the gateway rules of one component may have changed in the cache. */
export function watchComponent(
  client: QueryClient,
  { ref }: Pick<Target, 'ref'>,
  listener: () => void,
): () => void {
  const leavePorts = watchEntry(client, keys.ports(ref), listener)
  const leaveRules = rulesOfApp(client, ref).subscribe(ref.component, listener)
  return () => {
    leavePorts()
    leaveRules()
  }
}

/** The gateway rules of an app, or why there are none yet. */
type Rules = Domains | 'to come' | 'unknown'

type AppRules = Pick<KeyedEmitter<string>, 'subscribe'>

const apps = new WeakMap<QueryClient, Map<string, AppRules>>()

/** All components of an app share one entry: who listens to one of them hears only of its own rules. */
function rulesOfApp(client: QueryClient, ref: Target['ref']): AppRules {
  const known = apps.get(client) ?? new Map<string, AppRules>()
  apps.set(client, known)
  const hash = hashKey(keys.domains(ref))
  const rules = known.get(hash) ?? watchRules(client, ref)
  known.set(hash, rules)
  return rules
}

function watchRules(client: QueryClient, ref: Target['ref']): AppRules {
  const changed = createKeyedEmitter<string>()
  let last: Rules = 'unknown'
  let leave: (() => void) | null = null

  function look() {
    const before = last
    last = rulesNow()
    if (before === last) return
    for (const component of changed.keys())
      if (!isSame(partOf(before, component), partOf(last, component))) changed.emit(component)
  }

  function rulesNow(): Rules {
    return cachedDomains(client, { ref }) ?? (areRulesToCome(client, { ref }) ? 'to come' : 'unknown')
  }

  return {
    subscribe(component, listener) {
      if (!leave) {
        last = rulesNow()
        leave = watchEntry(client, keys.domains(ref), look)
      }
      const leaveComponent = changed.subscribe(component, listener)
      return () => {
        leaveComponent()
        if (changed.hasListeners()) return
        leave?.()
        leave = null
        last = 'unknown'
      }
    },
  }
}

/** Returns the rules of one component among those of its app. */
function partOf(rules: Rules, component: string): Rules | 'none' {
  return typeof rules === 'string' ? rules : (domainsByComponent(rules).get(component) ?? 'none')
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}
