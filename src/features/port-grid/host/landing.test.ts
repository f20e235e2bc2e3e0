import { expect, test } from 'vitest'
import { landingPort, landingSearch, withoutLanding } from './landing'

test('an address asks for the port that it was made for', () => {
  expect(landingPort(landingSearch(3306))).toBe(3306)
  expect(landingPort('?filter=web&port=80')).toBe(80)
})

test.each(['', '?port=', '?port=0', '?port=abc', '?port=1e3', '?port=123456', '?filter=80'])(
  '“%s” asks for none',
  (search) => expect(landingPort(search)).toBe(null),
)

test('what else an address says stays', () => {
  expect(withoutLanding('?filter=web&port=80')).toBe('?filter=web')
  expect(withoutLanding('?port=80')).toBe('')
})
