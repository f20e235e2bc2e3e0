import { expect, it, test } from 'vitest'
import { type CopyLevel, pairComponents } from './pair-components'

const named = (name: string) => {
  const [app = '', component = ''] = name.split('/')
  return { app, component, componentId: name }
}

/** Pairs `app/component` with the like; what has no counterpart is `name: problem`, what is untouched `(name)`. */
function paired(sources: string, destinations: string, level: CopyLevel): string {
  const list = (names: string) => (names === '' ? [] : names.split(', ').map(named))
  const { pairs, unpaired, untouched } = pairComponents(list(sources), list(destinations), level)
  return [
    ...pairs.map(({ source, destination }) => `${source.componentId} → ${destination.componentId}`),
    ...unpaired.map(({ source, problem }) => `${source.componentId}: ${problem}`),
    ...untouched.map(({ componentId }) => `(${componentId})`),
  ].join(', ')
}

test.each<[string, CopyLevel, string, string]>([
  ['s/web', 'component', 'p/store', 's/web → p/store'],
  ['s/web, s/api', 'component', 'p/api', 's/api → p/api, s/web: no-component'],
  ['s/web, s/api', 'app', 'p/api, p/db', 's/api → p/api, s/web: no-component, (p/db)'],
  ['s/web, t/web', 'app', 'p/web', 's/web: several-sources, t/web: several-sources, (p/web)'],
  ['s/web', 'app', 'p/web, p/ web ', 's/web: several-destinations, (p/web), (p/ web )'],
  ['s/web, t/web', 'cluster', 's/web, t/web, t/api', 's/web → s/web, t/web → t/web, (t/api)'],
  ['s/web, t/web', 'cluster', 's/api', 's/web: no-component, t/web: no-app, (s/api)'],
])('%s goes to the %s of %s as %s', (sources, level, destinations, result) => {
  expect(paired(sources, destinations, level)).toBe(result)
})

it('takes names for the same as sheets do', () => {
  expect(paired('s/ caf\u00E9  one', 'p/cafe\u0301 one', 'app')).toBe('s/ caf\u00E9  one → p/cafe\u0301 one')
  expect(paired('s/web', 'p/Web', 'app')).toBe('s/web: no-component, (p/Web)')
})
