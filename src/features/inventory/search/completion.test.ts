import { describe, expect, it, test } from 'vitest'
import { choices } from '../query/choices'
import { pinyinText } from '../query/pinyin'
import { type Known, suggestionsFor, valuesOfNames } from './completion'

const names = valuesOfNames(['orders', 'orders-db', '订单中心', 'my shop'])
const known: Known = {
  keyLabel: (key) => (key === 'external' ? '对外服务' : key),
  values: (key) =>
    key === 'protocol' ? choices.protocol.map(({ value }) => ({ value, label: value })) : names,
  pinyinText,
}
const texts = (typed: string) => suggestionsFor(typed, known).list.map(({ text }) => text)

describe('completion', () => {
  test.each([
    ['prot', ['protocol:']],
    ['orders  -ex', ['orders  -external:']],
    ['外', []],
    ['对外', ['external:']],
    ['outer', ['external:']],
    ['in', ['internal:']],
    ['nothing', []],
    ['protocol:u', ['protocol:udp']],
    ['a protocol：u', ['a protocol：udp']],
    ['protocol:http,m', ['protocol:http,mysql']],
    ['-app:my', ['-app:"my shop"']],
    ['app:"my s', ['app:"my shop"']],
    ['app:orders', ['app:=orders', 'app:orders-db']],
    ['app:db', ['app:orders-db']],
    ['app:dd', ['app:订单中心']],
    ['oops:m', []],
  ])('of %j is %j', (typed, expected) => {
    expect(texts(typed)).toEqual(expected)
  })

  it('offers every key after a blank, and every value after a colon', () => {
    expect(texts('orders ')).toHaveLength(11)
    expect(texts('app:')).toHaveLength(names.length)
  })

  it('is sure of a value that begins as typed, not of a key or of any value', () => {
    const isSure = (typed: string) => suggestionsFor(typed, known).isSure
    expect(['protocol:m', 'protocol:', 'prot', 'app:my', 'app:shop'].map(isSure)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])
  })
})
