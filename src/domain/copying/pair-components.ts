import { grouped } from '../collections/grouped'
import { plainName } from '../sheet/plain-name'
import type { ComponentName } from '../sheet/sheet'

/** Where settings are copied to: a component, the components of an app, or those of a cluster. */
export type CopyLevel = 'component' | 'app' | 'cluster'

/** Two components of which one gets settings of the other. */
export interface Pair<S, D> {
  readonly source: S
  readonly destination: D
}

/** Why a component has no counterpart. */
export type PairProblem =
  | 'no-app'
  | 'no-component'
  /** Several components at the destination have its name. */
  | 'several-destinations'
  /** Several components whose settings are copied have its name. */
  | 'several-sources'

export interface Pairing<S, D> {
  readonly pairs: readonly Pair<S, D>[]
  readonly unpaired: readonly { readonly source: S; readonly problem: PairProblem }[]
  /** The components at the destination that get nothing. */
  readonly untouched: readonly D[]
}

/**
 * Returns for each component the one that gets its settings: that of its name, and in a cluster of its app's name, too. A
 * single component goes to a single one whatever their names are. What is ambiguous is never guessed.
 */
export function pairComponents<S extends ComponentName, D extends ComponentName>(
  sources: readonly S[],
  destinations: readonly D[],
  level: CopyLevel,
): Pairing<S, D> {
  const keyOf = keyFor(level, sources.length)
  const sourcesBy = grouped(sources, keyOf)
  const destinationsBy = grouped(destinations, keyOf)
  const apps = new Set(destinations.map(({ app }) => plainName(app)))
  const results = sources.map((source) => ({ source, counterpart: counterpartOf(source) }))
  const pairs = results.flatMap(({ source, counterpart }) =>
    typeof counterpart === 'string' ? [] : [{ source, destination: counterpart }],
  )
  const paired = new Set(pairs.map(({ destination }) => destination))
  return {
    pairs,
    unpaired: results.flatMap(({ source, counterpart }) =>
      typeof counterpart === 'string' ? [{ source, problem: counterpart }] : [],
    ),
    untouched: destinations.filter((destination) => !paired.has(destination)),
  }

  function counterpartOf(source: S): D | PairProblem {
    const key = keyOf(source)
    const [destination, ...others] = destinationsBy.get(key) ?? []
    if (destination === undefined)
      return level === 'cluster' && !apps.has(plainName(source.app)) ? 'no-app' : 'no-component'
    if (others.length > 0) return 'several-destinations'
    return (sourcesBy.get(key) ?? []).length > 1 ? 'several-sources' : destination
  }
}

/** Returns what gives components that go together the same key. Plain names have no line breaks. */
function keyFor(level: CopyLevel, sources: number): (component: ComponentName) => string {
  if (level === 'component' && sources === 1) return () => ''
  if (level === 'cluster') return ({ app, component }) => `${plainName(app)}\n${plainName(component)}`
  return ({ component }) => plainName(component)
}
