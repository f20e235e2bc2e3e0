import fc from 'fast-check'
import { expect, it } from 'vitest'
import { noActivity } from '../../change/engine/stores/port-activity'
import { aPort } from '../../change/testing/fake-effects'
import { columns } from './columns'
import { type PortRow, rowId } from './port-row'
import { createRowStore, type RowSource, type Rows } from './row-store'
import { matcherOf } from './search-text'
import { createShownRows, type RowChoice } from './shown-rows'
import { comparedBy, defaultSort } from './sort-rows'

function rowsOf(component: string, ports: readonly (readonly [port: number, alias: string])[]): Rows {
  return new Map(
    ports.map(([port, alias]): [string, PortRow] => {
      const id = rowId(component, port)
      const said = { port_alias: alias, is_outer_service: alias === 'A' }
      const row = {
        id,
        componentId: component,
        port: aPort(port, said),
        isTwice: false,
        areRulesToCome: false,
        isFromLastVisit: false,
        rules: [],
      }
      return [id, { ...row, activity: noActivity, place: null }]
    }),
  )
}

/** A source that can be told other rows. */
function aSource(component: string) {
  let rows: Rows = new Map()
  let listener: () => void = () => undefined
  const source: RowSource = {
    component,
    read: () => rows,
    subscribe(next) {
      listener = next
      return () => undefined
    },
  }
  return {
    source,
    rows: () => rows,
    set(next: Rows) {
      rows = next
      listener()
    },
  }
}

const all: RowChoice = { matches: null, sort: defaultSort, always: new Set(), isGrouped: false }

const ports = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.constantFrom('A', 'AB', 'C')), {
  selector: ([port]) => port,
  maxLength: 6,
})
const components = ['c', 'a', 'b']
const change = fc.oneof(
  { weight: 4, arbitrary: fc.record({ component: fc.constantFrom(...components), ports }) },
  fc.record({ shown: fc.subarray(components, { minLength: 1 }) }),
  fc.record({
    matches: fc.constantFrom('', 'a', 'ab', '1', 'external').map(matcherOf),
    sort: fc.record({
      column: fc.constantFrom(...columns.map(({ id }) => id)),
      descending: fc.boolean(),
    }),
    isGrouped: fc.boolean(),
  }),
)

it('follows any changes of rows, components and choice as if it looked at everything each time', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      const sources = new Map(components.map((component) => [component, aSource(component)]))
      const store = createRowStore(...[...sources.values()].map(({ source }) => source))
      store.subscribe(() => undefined)
      const look = createShownRows(store)
      let choice = all
      for (const one of changes) {
        if ('component' in one) sources.get(one.component)?.set(rowsOf(one.component, one.ports))
        else if ('shown' in one) store.set(one.shown.flatMap((name) => sources.get(name)?.source ?? []))
        else choice = { ...one, always: new Set([rowId('a', 7)]) }

        const parts = store.components().map((component) => {
          const rows = [...(sources.get(component)?.rows().values() ?? [])]
          const matches = choice.matches ?? (() => true)
          const found = rows.filter((row) => matches(row) || choice.always.has(row.id))
          return { component, rows, found: found.sort(comparedBy(choice.sort)) }
        })
        const flat = parts.flatMap(({ found }) => found).sort(comparedBy(choice.sort))
        const groups = parts.filter(({ found }) => choice.matches === null || found.length > 0)
        const grouped = groups.flatMap(({ component, found }) => [component, ...found.map(({ id }) => id)])
        const rows = parts.flatMap((part) => part.rows)
        expect(look(choice)).toEqual({
          ids: choice.isGrouped ? grouped : flat.map(({ id }) => id),
          counts: {
            ports: rows.length,
            shown: flat.length,
            open: rows.filter(({ port }) => port.is_outer_service).length,
          },
        })
      }
    }),
    { seed: 20261127, numRuns: 400 },
  )
})

it('stays the same until something changes, and keeps the list while no row comes, goes or moves', () => {
  const from = aSource('s1')
  from.set(
    rowsOf('s1', [
      [80, 'B'],
      [81, 'C'],
    ]),
  )
  const store = createRowStore(from.source)
  store.subscribe(() => undefined)
  const look = createShownRows(store)
  const first = look(all)
  expect(look(all)).toBe(first)
  from.set(
    rowsOf('s1', [
      [80, 'A'],
      [81, 'C'],
    ]),
  )
  const next = look(all)
  expect(next.counts.open).toBe(1)
  expect(next.ids).toBe(first.ids)
})
