import { type ComponentState } from '../../src/domain/model/component'
import { differences } from '../../src/domain/model/diff'
import { restoreDesiredState } from '../../src/domain/model/stored-desired-state'
import type { Engine } from '../../src/features/change/engine/engine'
import type { Prepared } from '../../src/features/change/engine/stages/prepare'
import { differenceWords } from '../../src/features/change/words/difference-words'
import type { ReadComponent } from '../console/read-scope'
import { Failure } from '../failure'
import type { Scope } from '../options'
import { onOneLine } from '../../src/lib/text/one-line'
import type { Speech } from '../words/speech'
import type { StoredPart, StoredPlan } from './plan-file'

type Words = (speech: Speech) => string

/** Throws a `Failure` where a plan is for another console, team, cluster, app or component than was given. */
export function checkPlace(
  { console, teamId, scope }: StoredPlan,
  given: { readonly console: string; readonly scope: Partial<Scope> },
): void {
  if (console !== given.console)
    throw new Failure(({ say }) => say('planFile.otherConsole', { planned: console, given: given.console }))
  for (const key of ['team', 'region', 'app', 'component'] as const) {
    const wanted = given.scope[key]
    const planned = scope[key] ?? '–'
    const isSame = wanted === planned || (key === 'team' && wanted === teamId)
    if (wanted !== undefined && !isSame)
      throw new Failure(({ say }) =>
        say('planFile.otherScope', { option: `--${key}`, planned, given: wanted }),
      )
  }
}

/**
 * Plans what a stored plan asks for once more, from components that were read into the cache. Throws a `Failure` that
 * says what has changed since, where anything of these components has.
 */
export async function replan(
  engine: Engine,
  plan: StoredPlan,
  present: readonly ReadComponent[],
  stateOf: (component: ReadComponent) => ComponentState | null,
): Promise<Prepared[]> {
  const byId = new Map(present.map((component) => [component.componentId, component]))
  const pairs = plan.components.map((part) => ({ part, now: byId.get(part.componentId) }))
  throwIfStale(pairs.map(({ part, now }) => ({ part, changes: changesOf(part, now && stateOf(now)) })))

  const parts = new Map(pairs.flatMap(({ part, now }) => (now ? [[now.target, part]] : [])))
  const prepared = await engine.prepare([...parts.keys()], (target) =>
    restoreDesiredState(parts.get(target)?.desired ?? { ports: [] }),
  )
  throwIfStale(
    prepared.flatMap((one) => {
      const part = parts.get(one.target)
      const isSame = part && one.kind === 'planned' && isEqual(one.plan.steps, part.steps)
      return !part || isSame ? [] : [{ part, changes: [({ say }: Speech) => say('planFile.otherSteps')] }]
    }),
  )
  return prepared
}

/** What of a component is otherwise than when it was planned. */
function changesOf({ seen }: StoredPart, now: ComponentState | null | undefined): Words[] {
  if (!now) return [({ say }) => say('planFile.gone')]
  const knew = seen.gatewayRules !== null
  const knows = now.gatewayRules !== null
  return [
    ...differences({ ...now, ...seen }, now).map(
      (each): Words =>
        ({ plan }) =>
          differenceWords(plan, each),
    ),
    ...(knew === knows
      ? []
      : [({ say }: Speech) => say(knew ? 'planFile.rulesUnknown' : 'planFile.rulesKnown')]),
  ]
}

function throwIfStale(parts: readonly { readonly part: StoredPart; readonly changes: readonly Words[] }[]) {
  const changed = parts.filter(({ changes }) => changes.length > 0)
  if (changed.length === 0) return
  throw new Failure((speech) =>
    [
      speech.say('planFile.stale'),
      ...changed.flatMap(({ part, changes }) =>
        changes.map((words) => onOneLine(`${part.app} / ${part.component}: ${words(speech)}`)),
      ),
    ].join('\n'),
  )
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
