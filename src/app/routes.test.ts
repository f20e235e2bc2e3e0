import { expect, test } from 'vitest'
import { nextRoute, routeOf } from './routes'

test.each([
  ['/', '/'],
  ['/teams/', '/teams'],
  ['/teams/%E5%B9%B3/regions', '/teams/:team/regions'],
  [
    '/teams/a/regions/b/apps/1/services/c/ports',
    '/teams/:team/regions/:region/apps/:app/services/:component/ports',
  ],
  ['/teams/a', '/teams/:team/regions'],
  ['/teams/a/', '/teams/:team/regions'],
  ['/teams/a%2Fb/regions/c%25', '/teams/:team/regions/:region/apps'],
  ['/teams/a/regions/b/apps/1', '/teams/:team/regions/:region/apps/:app/services'],
  [
    '/teams/a/regions/b/apps/1/services/c',
    '/teams/:team/regions/:region/apps/:app/services/:component/ports',
  ],
  [
    '/teams/a/regions/b/apps/1/services/c/',
    '/teams/:team/regions/:region/apps/:app/services/:component/ports',
  ],
  ['/teams/a/regions/b/ports', '/teams/:team/regions/:region/ports'],
  ['/teams/a/regions/b/apps/1/ports/', '/teams/:team/regions/:region/apps/:app/ports'],
  ['/teams/a/regions/b/exposure', '/teams/:team/regions/:region/exposure'],
  ['/teams//regions', undefined],
  ['/team', undefined],
  ['/teams/a/regions/b/apps/1/services/c/ports/80', undefined],
])('%s is the address of %s', (pathname, path) => {
  expect(routeOf(pathname)?.path).toBe(path)
})

test('the next page is the one that a choice leads to', () => {
  expect(nextRoute('/')?.path).toBe('/teams')
  expect(nextRoute('/teams/a/regions')?.path).toBe('/teams/:team/regions/:region/apps')
  expect(nextRoute('/teams/a/regions/b/apps/1/services/c/ports')).toBeUndefined()
  expect(nextRoute('/teams/a/regions/b/ports')).toBeUndefined()
  expect(nextRoute('/nowhere')).toBeUndefined()
})
