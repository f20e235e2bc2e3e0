import { expect, it } from 'vitest'
import { noActivity } from '../change/engine/stores/port-activity'
import { aPort, aTarget } from '../change/testing/fake-effects'
import { type PortRow, rowId } from '../port-grid/rows/port-row'
import { createRowStore } from '../port-grid/rows/row-store'
import { bulkChangeOf } from './bulk-change'

function source(component: string, ports: readonly number[]) {
  const rows = new Map(
    ports.map((port): [string, PortRow] => {
      const id = rowId(component, port)
      const known = {
        rules: [],
        areRulesToCome: false,
        activity: noActivity,
        isTwice: false,
        isFromLastVisit: false,
        place: null,
      }
      return [id, { id, componentId: component, port: aPort(port), ...known }]
    }),
  )
  return { component, subscribe: () => () => undefined, read: () => rows }
}

const target = (component: string) => {
  const known = aTarget()
  return { ...known, ref: { ...known.ref, component } }
}
const targets = new Map(['a', 'b'].map((component) => [component, target(component)]))

it('is one desired state for each component that has a selected port', () => {
  const store = createRowStore(source('a', [80, 81]), source('b', [80]))
  const { targets: changed, desired } = bulkChangeOf({
    ids: ['b:80', 'a:81', 'a:80'],
    store,
    targetOf: (component) => targets.get(component),
    change: { outer: false },
  })
  expect(changed.map(({ ref }) => ref.component)).toEqual(['b', 'a'])
  expect(changed.map(desired)).toEqual([
    { ports: new Map([[80, { outer: false }]]) },
    {
      ports: new Map([
        [81, { outer: false }],
        [80, { outer: false }],
      ]),
    },
  ])
})

it('leaves out what is gone', () => {
  const store = createRowStore(source('a', [80]), source('c', [80]))
  const { targets: changed, desired } = bulkChangeOf({
    ids: ['a:80', 'a:81', 'b:80', 'c:80'],
    store,
    targetOf: (component) => targets.get(component),
    change: 'delete',
  })
  expect(changed.map(({ ref }) => ref.component)).toEqual(['a'])
  expect(changed.map(desired)).toEqual([{ ports: new Map([[80, 'delete']]) }])
})
