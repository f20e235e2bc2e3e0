import { expect, it } from 'vitest'
import { steadyIds } from './use-steady-ids'

it('leaves every row that is shown in its place, and puts new ones below', () => {
  expect(steadyIds(['b', 'c', 'd'], ['a', 'b', 'd'])).toEqual(['b', 'c', 'd', 'a'])
})

it('is the order of filter and sort again as soon as nothing is held back', () => {
  const fresh = ['a', 'b']
  expect(steadyIds(['a', 'b'], fresh)).toBe(fresh)
})

it('is the same list where nothing new is to be shown', () => {
  const shown = ['a', 'b']
  expect(steadyIds(shown, ['b'])).toBe(shown)
})
