import { expect, it, test } from 'vitest'
import { aTarget } from '../change/testing/fake-effects'
import { offerOf, type Origin, originOf } from './destination'

const source = (app: number, component: string) => {
  const target = aTarget(component)
  return { target: { ...target, ref: { ...target.ref, app, component } }, ports: new Set([80]) }
}

test.each<[[number, string][], Partial<Origin>]>([
  [[[1, 'web']], { app: 1, component: 'web' }],
  [
    [
      [1, 'web'],
      [1, 'api'],
    ],
    { app: 1, component: null },
  ],
  [
    [
      [1, 'web'],
      [2, 'web'],
    ],
    { app: null, component: null },
  ],
])('settings of %j come from %j', (sources, origin) => {
  expect(originOf(sources.map(([app, component]) => source(app, component)))).toMatchObject(origin)
})

const cluster = { team: 't1', region: 'r1' }
const other = { team: 't1', region: 'r2' }

/** What is offered of a cluster with the apps 1 and 2, and with the components `web` and `api` in each. */
function offered(origin: Pick<Origin, 'app' | 'component'>, at = cluster) {
  const { allApps, app, allComponents, component } = offerOf({ ...cluster, ...origin }, at)
  return [
    ...(allApps ? ['all apps'] : []),
    ...[1, 2].filter(app).map((id) => (allComponents(id) ? `app ${String(id)}` : `in app ${String(id)}`)),
    ...['web', 'api'].filter(component),
  ].join(', ')
}

it('is never where the settings come from', () => {
  expect(offered({ app: 1, component: 'web' })).toBe('in app 1, app 2, api')
  expect(offered({ app: 1, component: null })).toBe('app 2, web, api')
  expect(offered({ app: null, component: null })).toBe('app 1, app 2, web, api')
})

it('is all of any other cluster', () => {
  expect(offered({ app: 1, component: null }, other)).toBe('all apps, app 1, app 2, web, api')
})
