import { grouped } from '../../collections/grouped'
import { nearest } from '../lookup'
import { isSameName, plainName } from '../plain-name'
import type { ReadRow } from '../reading/read-row'
import type { ComponentName, PresentComponent } from '../sheet'
import type { Cell, MatchProblem } from '../sheet-error'

/** How a component was found: one found by its name may be another one than the sheet was exported from. */
export type MatchedBy = 'id' | 'name'

type Found<P> =
  | { readonly component: P; readonly matchedBy: MatchedBy }
  | { readonly at: Cell; readonly problem: MatchProblem }

/** Returns what finds the component of a row: by its id, else by its names. */
export function componentFinder<P extends PresentComponent>(
  present: readonly P[],
): (row: ReadRow) => Found<P> {
  const byId = new Map(present.map((component) => [component.componentId, component]))
  const byName = grouped(present, ({ component }) => plainName(component))
  const apps = new Set(present.map(({ app }) => plainName(app)))
  const nearestApp = remembering((name) => nearest(name, apps))
  const nearestComponent = remembering((name) => nearest(name, byName.keys()))

  return (row) => {
    const component = row.componentId === undefined ? undefined : byId.get(row.componentId)
    return component ? checked(row, component) : foundByName(row)
  }

  function foundByName(row: ReadRow): Found<P> {
    const { at, cells } = row
    const { app, component } = row
    if (component === undefined)
      return { at: cells.componentId ?? at, problem: { kind: 'unknown-component', nearest: null } }
    if (app !== undefined && !apps.has(plainName(app)))
      return { at: cells.app ?? at, problem: { kind: 'unknown-app', nearest: nearestApp(app) } }
    const named = (byName.get(plainName(component)) ?? []).filter(
      (one) => app === undefined || isSameName(app, one.app),
    )
    const [first, ...more] = named
    const place = cells.component ?? at
    if (first === undefined)
      return { at: place, problem: { kind: 'unknown-component', nearest: nearestComponent(component) } }
    if (more.length > 0)
      return { at: place, problem: { kind: 'ambiguous-component', candidates: named.map(nameOf) } }
    return { component: first, matchedBy: 'name' }
  }
}

/** A row of another name was copied, or moved under the wrong id. */
function checked<P extends PresentComponent>(
  { at, cells, app, component: name }: ReadRow,
  component: P,
): Found<P> {
  const problem: MatchProblem = { kind: 'other-name', named: nameOf(component) }
  if (name !== undefined && !isSameName(name, component.component))
    return { at: cells.component ?? at, problem }
  if (app !== undefined && !isSameName(app, component.app)) return { at: cells.app ?? at, problem }
  return { component, matchedBy: 'id' }
}

function nameOf({ app, component, componentId }: ComponentName): ComponentName {
  return { app, component, componentId }
}

function remembering(find: (text: string) => string | null): (text: string) => string | null {
  const known = new Map<string, string | null>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const result = find(text)
    known.set(text, result)
    return result
  }
}
