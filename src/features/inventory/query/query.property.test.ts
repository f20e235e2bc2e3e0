import fc from 'fast-check'
import { expect, it } from 'vitest'
import { aGatewayRule } from '../../../domain/testing/component'
import { plainText } from '../../../lib/text/clean-text'
import { noActivity } from '../../change/engine/stores/port-activity'
import { aPort, aTarget } from '../../change/testing/fake-effects'
import { isOutside, openRules, type PortRow } from '../../port-grid/rows/port-row'
import { isNarrowed } from '../../port-grid/rows/search-text'
import { choices, statusChoice } from './choices'
import { formatQuery } from './format-query'
import { queryMatcher } from './match-query'
import { parseTerms } from './parse-terms'
import { pinyinText } from './pinyin'
import { type Filter, filterKeys, type Query, queryOf } from './query'
import { riskOfRow } from './risk-of-row'

const runs = { seed: 20261127, numRuns: 2000 }

/** Few characters, so that they meet: letters, signs of the language, and what an input method leaves. */
const text = fc
  .array(
    fc.constantFrom(
      ...Array.from('abAB1 ,:-"\\=;'),
      'port',
      'app:',
      '：',
      '，',
      '“',
      '”',
      '订',
      '单',
      '\u3000',
      '\u200B',
    ),
    {
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(''))
const value = text.map(plainText).filter((plain) => plain !== '' && plain !== '=')
const port = fc.integer({ min: 1, max: 65_535 })
const range = fc
  .tuple(port, port)
  .map(([a, b]) => (a === b ? String(a) : `${String(Math.min(a, b))}-${String(Math.max(a, b))}`))
const valuesOf = (one: fc.Arbitrary<string>) => fc.uniqueArray(one, { minLength: 1, maxLength: 3 })

const filter: fc.Arbitrary<Filter> = fc.constantFrom(...filterKeys).chain((key) => {
  const values =
    key === 'port'
      ? valuesOf(fc.oneof(port.map(String), range))
      : key in choices
        ? valuesOf(
            fc.constantFrom(
              ...Object.entries(choices).flatMap(([of, list]) =>
                of === key ? list.map((one) => one.value) : [],
              ),
            ),
          )
        : valuesOf(value)
  return fc.record({ key: fc.constant(key), isNegated: fc.boolean(), values })
})
const word = fc
  .oneof(value, fc.constantFrom('-app:x', 'port:1', '"quoted"', 'a"b', 'http://a'))
  .filter((one) => one.trim() === one)
const query: fc.Arbitrary<Query> = fc.record({
  filters: fc.array(filter, { maxLength: 4 }),
  words: fc.array(word, { maxLength: 3 }),
})

it('reads any search again as it was written', () => {
  fc.assert(
    fc.property(query, (written) => {
      const terms = parseTerms(formatQuery(written))
      expect(terms.filter(({ kind }) => kind === 'problem')).toEqual([])
      expect(queryOf(terms)).toEqual(written)
    }),
    runs,
  )
})

it('reads any text, and nothing of it gets lost', () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'grapheme' })), (typed) => {
      const terms = parseTerms(typed)
      expect(
        terms
          .map((term) => term.text)
          .join('')
          .replace(/\s/g, ''),
      ).toBe(typed.replace(/\s/g, ''))
      expect(parseTerms(terms.map((term) => term.text).join(' '))).toEqual(terms)
    }),
    runs,
  )
})

const names = ['web', 'orders-db', '订单中心', '订单 api', 'MY Shop', 'redis', 'ab1']
const row: fc.Arbitrary<PortRow> = fc
  .record({
    container_port: fc.oneof(port, fc.constantFrom(80, 3306, 8005)),
    protocol: fc.constantFrom('http', 'tcp', 'udp', 'mysql', 'grpc', 'sctp'),
    port_alias: fc.constantFrom('A', 'AB', 'WEB_1', 'REDIS'),
    k8s_service_name: fc.constantFrom('web', 'a-b', ''),
    is_inner_service: fc.boolean(),
    is_outer_service: fc.boolean(),
  })
  .chain((said) =>
    fc.record({
      id: fc.constant('s1:1'),
      componentId: fc.constant('s1'),
      port: fc.constant(aPort(said.container_port, said)),
      isTwice: fc.constant(false),
      areRulesToCome: fc.constant(false),
      isFromLastVisit: fc.constant(false),
      rules: fc.constantFrom(
        null,
        [],
        [aGatewayRule({ publicAddress: 'http://ab.example' })],
        [aGatewayRule({ open: false, publicAddress: 'http://ab.example' })],
      ),
      activity: fc.constant(noActivity),
      place: fc
        .record({
          app: fc.constantFrom(...names),
          component: fc.constantFrom(...names),
          status: fc.constantFrom('running', 'closed', 'undeploy', 'startting', 'unusual', 'odd', null),
        })
        .map((said) => {
          const target = aTarget()
          return {
            ...target,
            app: { ...target.app, group_name: said.app },
            component: { ...target.component, service_cname: said.component, status: said.status },
          }
        }),
    }),
  )

const has = (texts: readonly (string | null | undefined)[], asked: string) => {
  const wanted = plainText(asked).toLowerCase()
  return texts.some((one) => {
    const lower = (one ?? '').toLowerCase()
    return wanted.startsWith('=') ? lower === wanted.slice(1) : lower.includes(wanted)
  })
}
const spelled = (name: string | undefined, asked: string) =>
  /^[a-z0-9]+$/.test(asked) &&
  /[a-z]/.test(asked) &&
  pinyinText(name ?? '')
    .split('\n')
    .slice(1)
    .some((way) => way.startsWith(asked))

/** Whether a filter applies to a row, said as plainly as can be. */
function applies({ key, isNegated, values }: Filter, one: PortRow): boolean {
  const { port: of, place } = one
  const holds = values.some((asked) => {
    switch (key) {
      case 'port': {
        const [from = 0, to = from] = asked.split('-').map(Number)
        return of.container_port >= from && of.container_port <= to
      }
      case 'protocol':
        return asked === 'other' ? of.protocol === 'sctp' : asked === of.protocol
      case 'status':
        return asked === statusChoice(place?.component.status)
      case 'internal':
        return of.is_inner_service === (asked === 'open')
      case 'external':
        return isOutside(one) === (asked === 'open')
      case 'risk':
        return asked === 'none'
          ? riskOfRow(one) === null
          : asked === 'any'
            ? riskOfRow(one) !== null
            : riskOfRow(one) === asked
      case 'app':
        return (
          has([place?.app.group_name], asked) ||
          spelled(place?.app.group_name, plainText(asked).toLowerCase())
        )
      case 'component':
        return (
          has([place?.component.service_cname, place?.component.service_alias, ''], asked) ||
          spelled(place?.component.service_cname, plainText(asked).toLowerCase())
        )
      case 'alias':
        return has([of.port_alias], asked)
      case 'domain':
        return has([of.k8s_service_name], asked)
      case 'address':
        return has(
          openRules(one).map((rule) => rule.publicAddress),
          asked,
        )
    }
  })
  return holds !== isNegated
}

it('finds the rows that each filter finds, whichever order they have', () => {
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 8 }),
      fc.array(filter, { maxLength: 3 }),
      (rows, filters) => {
        const matches =
          queryMatcher({ filters, words: [] }, { riskOf: riskOfRow, pinyinText }) ?? (() => true)
        expect(rows.filter(matches)).toEqual(
          rows.filter((one) => filters.every((each) => applies(each, one))),
        )
      },
    ),
    runs,
  )
})

it('finds a Chinese name by its initials and its syllables, from any character on', () => {
  const find = (words: readonly string[], pinyin: typeof pinyinText | null = pinyinText) =>
    fc
      .sample(row, { seed: 1, numRuns: 60 })
      .filter(queryMatcher({ filters: [], words }, { riskOf: null, pinyinText: pinyin }) ?? Boolean)
  const hasOrders = ({ place }: PortRow) =>
    /订单/.test(`${place?.app.group_name ?? ''}${place?.component.service_cname ?? ''}`)
  for (const word of ['dd', 'DD', 'dingdan', 'dan']) {
    const found = find([word])
    expect(found.length).toBeGreaterThan(0)
    expect(found.every(hasOrders)).toBe(true)
  }
  expect(find(['ddzx']).length).toBeLessThan(find(['dd']).length)
  expect(find(['dd', 'zhongxin']).length).toBe(find(['ddzx']).length)
  expect(find(['ingdan'])).toEqual([])
  expect(find(['dd'], null)).toEqual([])
})

it('says that it finds less than another search only where it does', () => {
  const longer = query.chain((short) =>
    fc.record({
      short: fc.constant(short),
      more: fc.oneof(query, fc.constant(short)),
      syllable: fc.constantFrom('an', 'ing', 'd'),
      start: fc.constantFrom('', 'd'),
      end: fc.constantFrom('', 'a', '1'),
    }),
  )
  const pinyin = fc.constantFrom(null, pinyinText)
  const risk = fc.constantFrom(null, riskOfRow)
  let narrower = 0
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 8 }),
      longer,
      fc.tuple(pinyin, pinyin),
      fc.tuple(risk, risk),
      (
        rows,
        { short: { filters, words }, more, syllable, start, end },
        [pinyinBefore, pinyinNow],
        [riskBefore, riskNow],
      ) => {
        const next = {
          filters: [...filters, ...more.filters],
          words: [...[...words, syllable].map((one) => start + one + end), ...more.words],
        }
        const before = queryMatcher(
          { filters, words: [...words, syllable] },
          { pinyinText: pinyinBefore, riskOf: riskBefore },
        )
        const now = queryMatcher(next, { pinyinText: pinyinNow, riskOf: riskNow })
        if (!isNarrowed(before, now)) return
        narrower += 1
        const found = rows.filter(before ?? (() => true))
        expect(found).toEqual(expect.arrayContaining(rows.filter(now ?? (() => true))))
      },
    ),
    runs,
  )
  expect(narrower).toBeGreaterThan(100)
})

it('applies a filter by risk as soon as it can be told, and not before', () => {
  const filters: readonly Filter[] = [{ key: 'risk', isNegated: true, values: ['any'] }]
  const rows = fc.sample(row, { seed: 1, numRuns: 60 })
  const found = (riskOf: typeof riskOfRow | null) =>
    rows.filter(queryMatcher({ filters, words: [] }, { riskOf, pinyinText: null }) ?? Boolean)
  expect(found(null)).toEqual(rows)
  expect(found(riskOfRow)).toEqual(rows.filter((one) => riskOfRow(one) === null))
  expect(found(riskOfRow).length).toBeLessThan(rows.length)
})
