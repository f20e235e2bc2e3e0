import { expect, test } from 'vitest'
import { aTarget } from '../../change/testing/fake-effects'
import { consoleLink } from './console-link'

const target = aTarget()
const link = (source: string, teamName = 'shop') =>
  new URL(
    consoleLink({
      console: 'https://console.test',
      teamName,
      target: {
        ...target,
        region: { ...target.region, region_name: 'east' },
        app: { ...target.app, ID: 7 },
        component: { ...target.component, service_alias: 'gr1a2b', service_source: source },
      },
    }),
  )

test('leads to the ports in the advanced settings of a component', () => {
  expect(link('docker_image').hash).toBe(
    '#/team/shop/region/east/apps/7/overview?type=components&componentID=gr1a2b&tab=advancedSettings&subTab=port',
  )
})

test('leads to the tab of the ports of a third-party component', () => {
  expect(link('third_party').hash).toBe(
    '#/team/shop/region/east/apps/7/overview?type=components&componentID=gr1a2b&tab=port',
  )
})

test('a name stays one part of the path, whatever it contains', () => {
  expect(link('docker_image', 'a/b?c#d 城').hash).toContain('#/team/a%2Fb%3Fc%23d%20%E5%9F%8E/region/')
})
