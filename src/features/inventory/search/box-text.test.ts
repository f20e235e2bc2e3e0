import { expect, test } from 'vitest'
import { formatFilter } from '../query/format-query'
import { boxTextOf, finished, searchOf, typedOn } from './box-text'

const shown = ({ chips, typed }: ReturnType<typeof boxTextOf>) => [...chips.map(formatFilter), typed]

test.each([
  ['', ['']],
  ['partners 9001', ['partners 9001']],
  ['orders external:open db', ['external:open', 'orders db']],
  ['protocol：tcp oops:1 app:"my shop"', ['protocol:tcp', 'app:"my shop"', 'oops:1']],
  ['port:80,x', ['port:80,x']],
])('the search %j is shown as %j, and is the same again', (search, parts) => {
  const box = boxTextOf(search)
  expect(shown(box)).toEqual(parts)
  expect(shown(boxTextOf(searchOf(box)))).toEqual(parts)
})

test.each([
  ['external:open', ['external:open']],
  ['external:open ', ['external:open', '']],
  ['external:open\u3000', ['external:open', '']],
  ['orders external:open ', ['external:open', 'orders ']],
  ['external:open prot', ['external:open', 'prot']],
  ['orders ', ['orders ']],
  ['oops:1 ', ['oops:1 ']],
  ['app:"my ', ['app:"my ']],
  ['app:"my shop" ', ['app:"my shop"', '']],
])('typing %j leaves %j', (typed, parts) => {
  expect(shown(typedOn({ chips: [], typed }))).toEqual(parts)
})

test('Enter finishes what is typed last, and keeps the words', () => {
  expect(shown(finished({ chips: [], typed: 'orders external:open' }))).toEqual(['external:open', 'orders'])
})
