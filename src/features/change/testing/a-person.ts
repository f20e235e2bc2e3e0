import { QueryClient } from '@tanstack/react-query'
import type { ComponentState } from '../../../domain/model/component'
import type { DesiredState } from '../../../domain/model/desired-state'
import type { Step } from '../../../domain/model/step'
import { place } from '../../../domain/testing/seed-of-world'
import { cachedComponent } from '../engine/console/component-cache'
import { consoleEffects } from '../engine/console/console-effects'
import type { Effects } from '../engine/effects'
import { createEngine } from '../engine/engine'
import { answersOf } from '../engine/stores/review'
import type { Target } from '../engine/target'

/** Where the one component of `seedOf` is. */
export const target: Target = {
  ref: { team: place.team, region: place.region.region_name, app: 1, component: place.component },
  region: { ...place.region, region_alias: 'R', status: '1' },
  app: { ID: 1, group_name: 'shop' },
  component: { service_id: place.component, service_alias: 'gr-1a2b', service_cname: 'web' },
}

export interface PersonRules {
  /** Called before anything of this person's is asked of the console: `send` right after `read`, too. */
  beforeRequest: (kind: 'read' | 'send') => Promise<void>
  /** Carries out a call of this person's, for a desired state. */
  around: (step: Step, send: () => Promise<void>) => Promise<void>
}

/** Lets everything that waits for nothing but the console in memory take its course. */
const tick = () => new Promise<void>((resolve) => setImmediate(resolve))

/** A person with a page and a cache of their own, who says yes to everything. */
export function aPerson(rules: PersonRules) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } })
  const real = consoleEffects(client)
  const effects: Effects = {
    ...real,
    read: async (...args) => {
      await rules.beforeRequest('read')
      return real.read(...args)
    },
    send: async (place_, step, giveUp) => {
      await rules.beforeRequest('send')
      return rules.around(step, () => real.send(place_, step, giveUp))
    },
  }
  const engine = createEngine(effects)

  /** Waits until nothing is under way, and answers every plan on the way; one that comes again and again is left. */
  async function untilIdle(): Promise<void> {
    for (let asked = 0; engine.isBusy(place.component);) {
      const review = engine.reviews.current()
      if (review && answersOf(review).cancel) {
        asked += 1
        engine.reviews.answer(answersOf(review).run !== null && asked < 6 ? 'run' : 'cancel')
      }
      await tick()
    }
  }

  return {
    /** Reads the page again, as Refresh does. */
    refresh: async () => {
      await real.read(target)
    },
    /** What is on the screen. */
    seen: (): ComponentState | null => cachedComponent(client, target),
    change: async (desired: DesiredState, { takesBack = false } = {}) => {
      const changed = engine.change([target], desired)
      await untilIdle()
      const [outcome] = await changed
      if (!takesBack || !outcome?.undo) return
      void engine.change([target], { undo: outcome.undo })
      await untilIdle()
    },
    leave: () => client.clear(),
  }
}
