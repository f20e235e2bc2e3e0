import { describe, expect, it } from 'vitest'
import { rankMatches, searchText } from './rank-matches'

const thing = (name: string, ...more: string[]) => ({ name, search: searchText(name, more) })
const names = (things: readonly { name: string }[]) => things.map((each) => each.name)

describe('rankMatches', () => {
  it('gives everything, in its order, when nothing is typed', () => {
    const things = [thing('b'), thing('a')]
    expect(rankMatches(things, '  ')).toBe(things)
  })

  it('puts the whole name first, then its beginning, a word in it, a part of it, and the other texts', () => {
    const things = [
      thing('billing', 'web'),
      thing('cobweb'),
      thing('shop-web'),
      thing('web-admin'),
      thing('orders'),
      thing('web'),
    ]
    expect(names(rankMatches(things, 'web'))).toEqual(['web', 'web-admin', 'shop-web', 'cobweb', 'billing'])
  })

  it('keeps the order of equals', () => {
    expect(names(rankMatches([thing('web 2'), thing('web 1')], 'web'))).toEqual(['web 2', 'web 1'])
  })

  it('wants every typed word, wherever it stands', () => {
    const things = [thing('orders-db', 'mysql'), thing('orders-api', 'java'), thing('db')]
    expect(names(rankMatches(things, 'mysql orders'))).toEqual(['orders-db'])
  })

  it('does not mind case', () => {
    expect(names(rankMatches([thing('Straße'), thing('Shop'), thing('ÉTÉ')], 'SHOP'))).toEqual(['Shop'])
    expect(names(rankMatches([thing('ÉTÉ')], 'été'))).toEqual(['ÉTÉ'])
  })

  it('finds Chinese names by any part, and full-width input by its plain form', () => {
    const things = [thing('订单数据库', 'orders-db'), thing('支付网关'), thing('Web 前台')]
    expect(names(rankMatches(things, '数据'))).toEqual(['订单数据库'])
    expect(names(rankMatches(things, 'ｗｅｂ'))).toEqual(['Web 前台'])
    expect(names(rankMatches(things, '网关　支付'))).toEqual(['支付网关'])
  })

  it('finds an id that was pasted, and no part of one that was typed by chance', () => {
    const things = [{ name: 'web', search: searchText('web', ['gr0094'], '64db275d21eca9a9') }]
    expect(names(rankMatches(things, '64DB275D21ECA9A9'))).toEqual(['web'])
    expect(names(rankMatches(things, '64db275d'))).toEqual(['web'])
    expect(names(rankMatches(things, '75'))).toEqual([])
    expect(names(rankMatches(things, '75d21eca9'))).toEqual([])
  })

  it('gives nothing when nothing fits', () => {
    expect(rankMatches([thing('web')], 'x')).toEqual([])
  })
})
