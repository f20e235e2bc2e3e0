import { expect, test } from 'vitest'
import { appName, componentName, regionName, teamName } from './names'

const component = { service_cname: 'Web shop', service_alias: 'gr1a2b3c' }

test('a component is called as people named it', () => {
  expect(componentName(component)).toBe('Web shop')
})

test.each(['', '  ', '\u200B\u200D', '\u202E'])(
  'a component named “%s”, which nobody can see, shows its alias',
  (name) => {
    expect(componentName({ ...component, service_cname: name })).toBe('gr1a2b3c')
  },
)

test('a control of direction in a name is written out', () => {
  expect(componentName({ ...component, service_cname: 'pay\u202Egpj' })).toBe('pay⟦U+202E⟧gpj')
  expect(componentName({ service_cname: '', service_alias: 'a\u202Eb' })).toBe('a⟦U+202E⟧b')
})

test('a team, a cluster and an app without a name show what Rainbond calls them', () => {
  expect(teamName({ tenant_id: 't', tenant_name: 'shop', tenant_alias: '' })).toBe('shop')
  expect(teamName({ tenant_id: 't', tenant_name: 'shop', tenant_alias: 'Online shop' })).toBe('Online shop')
  expect(regionName({ region_name: 'east', region_alias: '', status: '1' })).toBe('east')
  expect(regionName({ region_name: 'east', region_alias: 'East', status: '1' })).toBe('East')
  expect(appName({ ID: 7, group_name: '' })).toBe('7')
  expect(appName({ ID: 7, group_name: 'Orders' })).toBe('Orders')
})
