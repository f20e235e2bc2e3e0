// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { navigate, replaceSearch, useAddressPath, useAddressSearch } from './navigation-guard'

test('typing a search renders again what shows the search, and nothing that goes by the path', () => {
  const seen = { path: [] as string[], search: [] as string[] }
  renderHook(() => seen.path.push(useAddressPath()))
  renderHook(() => seen.search.push(useAddressSearch()))
  act(() => navigate('/teams'))
  act(() => replaceSearch('?filter=a'))
  act(() => replaceSearch('?filter=ab'))
  expect(seen.path.slice(1)).toEqual(['/teams'])
  expect(seen.search.slice(-2)).toEqual(['?filter=a', '?filter=ab'])
})
