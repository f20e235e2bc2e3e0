import { expect, it, test } from 'vitest'
import { formatQuery, withFilter } from './format-query'
import { parseTerms } from './parse-terms'
import { queryOf } from './query'

const canonical = (text: string) => formatQuery(queryOf(parseTerms(text)))
const problems = (text: string) =>
  parseTerms(text).flatMap((term) => (term.kind === 'problem' ? [term.problem] : []))

test.each([
  ['', ''],
  ['  orders   db ', 'orders db'],
  ['protocol:tcp', 'protocol:tcp'],
  ['PROTOCOL:TCP', 'protocol:tcp'],
  ['orders external:open', 'external:open orders'],
  ['-external:open', '-external:open'],
  ['－external：open', '-external:open'],
  ['port:80,443,8000-8010', 'port:80,443,8000-8010'],
  ['port：８０，443、8000～8010', 'port:80,443,8000-8010'],
  ['port:80,80,', 'port:80'],
  ['port:"80, 443"', 'port:80,443'],
  ['app:"my shop",other', 'app:"my shop",other'],
  ['app:“my shop”', 'app:"my shop"'],
  ['app:"my sh', 'app:"my sh"'],
  ['app:"a\\"b"', 'app:"a\\"b"'],
  ['component:=web', 'component:=web'],
  ['outer:on inner:off', 'external:open internal:closed'],
  ['status:undeploy,closed', 'status:not-deployed,stopped'],
  ['协议：tcp 对外服务：已打开 风险：有', 'protocol:tcp external:open risk:any'],
  ['"external:open"', '"external:open"'],
  ['"two words"', '"two words"'],
  ['"not closed', '"not closed'],
])('%j means %j', (text, meaning) => {
  expect(canonical(text)).toBe(meaning.replace('"not closed', '"\\"not" closed'))
  expect(problems(text)).toEqual([])
})

test.each([
  'http://shop.example',
  'https://a:80/b',
  '203.0.113.40:30022',
  'a.example:80',
  '-grpc',
  ':',
  'a,b',
  '3:',
])('the link of before with %s still searches for that text', (text) => {
  expect(parseTerms(text)).toEqual([{ kind: 'word', text, word: text }])
})

test.each([
  ['extrenal:open', { kind: 'unknown-key', key: 'extrenal' }],
  ['协义：tcp', { kind: 'unknown-key', key: '协义' }],
  ['protocol:tpc', { kind: 'unknown-value', key: 'protocol', value: 'tpc' }],
  ['port:80,99999', { kind: 'unknown-value', key: 'port', value: '99999' }],
  ['port:90-80', { kind: 'unknown-value', key: 'port', value: '90-80' }],
  ['app:', { kind: 'no-value', key: 'app' }],
  ['app:,', { kind: 'no-value', key: 'app' }],
])('%s is a problem, and the rest applies', (text, problem) => {
  const whole = `orders ${text} external:open`
  expect(problems(whole)).toEqual([problem])
  const own = text.startsWith('port:80') ? 'port:80 ' : ''
  expect(canonical(whole)).toBe(`${own}external:open orders`)
})

it('keeps each part as it was written', () => {
  expect(parseTerms(' a  app:"b c",d -port:1 ').map(({ text }) => text)).toEqual([
    'a',
    'app:"b c",d',
    '-port:1',
  ])
})

test.each([
  ['orders', ['tcp'], 'protocol:tcp orders'],
  ['protocol:udp orders protocol:http', ['tcp', 'udp'], 'protocol:tcp,udp orders'],
  ['-protocol:udp protocol:tpc oops:1', ['tcp'], 'protocol:tcp -protocol:udp protocol:tpc oops:1'],
  ['protocol:tcp a', [], 'a'],
])('in %j, a filter takes the place of those of its key', (text, values, expected) => {
  expect(withFilter(text, 'protocol', values)).toBe(expected)
})
