import { QueryClient } from '@tanstack/react-query'
import type { ComponentState } from '../../../domain/model/component'
import type { DesiredState } from '../../../domain/model/desired-state'
import type { Step } from '../../../domain/model/step'
import { place } from '../../../domain/testing/seed-of-world'
import { cachedComponent } from '../engine/component-cache'
import { createPlanDesk } from '../engine/plan-desk'
import { type PlanEffects, realEffects } from '../engine/plan-effects'
import type { PlanTarget } from '../engine/plan-target'
import { answersOf } from '../engine/review'

/** Where the one component of `seedOf` is. */
export const target: PlanTarget = {
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

/** A person at a desk and a cache of their own, who says yes to everything. */
export function aPerson(rules: PersonRules) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } })
  const real = realEffects(client)
  const effects: PlanEffects = {
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
  const desk = createPlanDesk(effects)

  /** Waits until nothing is under way, and answers every plan on the way; one that comes again and again is left. */
  async function untilIdle(): Promise<void> {
    for (let asked = 0; desk.isBusy(place.component);) {
      const review = desk.review()
      if (review && answersOf(review).cancel) {
        asked += 1
        desk.answer(answersOf(review).run !== null && asked < 6 ? 'run' : 'cancel')
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
      const [last] = desk.notices()
      desk.propose(target, desired)
      await untilIdle()
      const [told] = desk.notices()
      if (!takesBack || told === undefined || told.id === last?.id || !told.canUndo) return
      desk.undo(told.id)
      await untilIdle()
    },
    leave: () => client.clear(),
  }
}
