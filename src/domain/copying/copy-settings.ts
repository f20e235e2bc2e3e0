import { grouped } from '../collections/grouped'
import { internalDomainOf } from '../model/component'
import type { Port } from '../model/port'
import { cellChanges } from '../sheet/matching/cell-changes'
import { desiredOf } from '../sheet/matching/desired-of'
import type { MatchedComponent, MatchedRow, MatchedSheet } from '../sheet/matching/matched-sheet'
import type { ChangeableField, PresentComponent } from '../sheet/sheet'
import { copiedRow, copiedDomain, type SettingProblem } from './copied-row'
import type { Pair } from './pair-components'

/** A component whose settings are copied. */
export interface CopySource extends PresentComponent {
  /** The numbers of the ports whose settings are copied. */
  readonly chosen: ReadonlySet<number>
}

export interface CopyOptions {
  readonly fields: ReadonlySet<ChangeableField>
  /** Whether ports that the destination lacks are added. */
  readonly addsMissing: boolean
  /** The internal domains that the destination's team is known to have, in any cluster. */
  readonly takenDomains: ReadonlySet<string>
}

/** Why nothing of a port is copied. */
export type PortProblem =
  | 'source-unread'
  | 'destination-unread'
  /** The source doesn't have it any more. */
  | 'gone'
  /** The destination lacks it. */
  | 'missing'
  /** The source or the destination has several ports of its number. */
  | 'twice'
  /** It can't be added under the protocol that it has. */
  | 'unknown-protocol'

/** Ports of a component that stay behind for one reason. */
export interface NotCopied<S, Problem> {
  readonly source: S
  readonly problem: Problem
  readonly ports: readonly number[]
}

export interface CopiedSettings<S, D extends PresentComponent> {
  /** What differs at the destination, as if a sheet had asked for it. */
  readonly matched: MatchedSheet<D>
  /** The ports of which nothing is copied. */
  readonly left: readonly NotCopied<S, PortProblem>[]
  /** The ports of which a setting isn't copied. */
  readonly partly: readonly NotCopied<S, SettingProblem>[]
}

/** Compares the chosen ports of each source with those of its destination. Each is a row of the result, or left. */
export function copySettings<S extends CopySource, D extends PresentComponent>(
  pairs: readonly Pair<S, D>[],
  options: CopyOptions,
): CopiedSettings<S, D> {
  const present = pairs.flatMap(({ destination }) => destination.ports ?? [])
  const taken = new Set([...options.takenDomains, ...present.map((port) => port.k8s_service_name)])
  const copied = pairs.map((pair) => copyComponent(pair, options, taken))
  return {
    matched: { missing: 'leave', components: copied.flatMap(({ matched }) => matched ?? []) },
    left: copied.flatMap(({ left }) => left),
    partly: copied.flatMap(({ partly }) => partly),
  }
}

interface CopiedComponent<S, D extends PresentComponent> {
  readonly matched: MatchedComponent<D> | null
  readonly left: readonly NotCopied<S, PortProblem>[]
  readonly partly: readonly NotCopied<S, SettingProblem>[]
}

/** Copies the settings of one component. Adds the internal domain that it gives away to those that are taken. */
function copyComponent<S extends CopySource, D extends PresentComponent>(
  { source, destination }: Pair<S, D>,
  { fields, addsMissing }: CopyOptions,
  taken: Set<string>,
): CopiedComponent<S, D> {
  const chosen = [...source.chosen]
  if (source.ports === null || destination.ports === null) {
    const problem: PortProblem = source.ports === null ? 'source-unread' : 'destination-unread'
    const left = chosen.map((port) => ({ port, problem }))
    return { matched: null, left: byProblem(source, left), partly: [] }
  }
  const here = grouped(source.ports, (port) => port.container_port)
  const there = grouped(destination.ports, (port) => port.container_port)
  const domain = copiedDomain(source.ports, destination.ports, { fields, takenDomains: taken })
  const present = internalDomainOf(destination.ports)
  const copied = chosen.map((port) => ({ port, ...copyPort(here.get(port) ?? [], there.get(port) ?? []) }))
  const rows = copied.flatMap((one) => ('matched' in one ? [one.matched] : []))
  const desiredDomain = rows.find(({ changes }) => changes.some(({ field }) => field === 'internalDomain'))
    ?.row.internalDomain
  if (desiredDomain !== undefined) taken.add(desiredDomain)
  const left = copied.flatMap((one) => ('matched' in one ? [] : [one]))
  const partly = copied.flatMap((one) =>
    'matched' in one ? one.problems.map((problem) => ({ port: one.port, problem })) : [],
  )
  return {
    matched: {
      ...{ component: destination, matchedBy: 'name', rows },
      unnamed: destination.ports.filter((port) => !here.has(port.container_port)),
      desired: desiredOf(rows, [], desiredDomain),
    },
    ...{ left: byProblem(source, left), partly: byProblem(source, partly) },
  }

  function copyPort(own: readonly Port[], others: readonly Port[]): CopiedPort {
    const [port] = own
    const [counterpart] = others
    if (!port) return { problem: 'gone' }
    if (own.length > 1 || others.length > 1) return { problem: 'twice' }
    if (!counterpart && !addsMissing) return { problem: 'missing' }
    const asked = copiedRow(port, counterpart, domain, fields)
    if (asked === null) return { problem: 'unknown-protocol' }
    const changes = cellChanges(asked.row, counterpart, present)
    return { matched: { row: asked.row, isNew: !counterpart, changes }, problems: asked.problems }
  }
}

type CopiedPort =
  | { readonly problem: PortProblem }
  | { readonly matched: MatchedRow; readonly problems: readonly SettingProblem[] }

function byProblem<S, Problem>(
  source: S,
  found: readonly { readonly port: number; readonly problem: Problem }[],
): NotCopied<S, Problem>[] {
  return [...grouped(found, ({ problem }) => problem)].map(([problem, of]) => ({
    ...{ source, problem },
    ports: of.map(({ port }) => port),
  }))
}
