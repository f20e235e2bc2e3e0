import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { neverPause } from '../../limits/large-answers'
import { NestedTooDeep, parseJson } from './parse-json'

const inPieces = (text: string) => parseJson(text, { pause: neverPause, pieceLength: 8 })

/** What parsing gives: a value, or an error. */
const outcome = (parse: () => unknown) =>
  Promise.resolve()
    .then(parse)
    .then(
      (value) => ({ value }),
      (error: unknown) => ({ error: error instanceof Error ? error.name : 'none' }),
    )

const values = fc.jsonValue({ maxDepth: 6 })
const indents = fc.constantFrom(0, 1, 20)

test('pieces of any value come together as if it had been parsed at once', async () => {
  const texts = fc.tuple(values, indents).map(([value, indent]) => JSON.stringify(value, null, indent))
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      expect(await inPieces(text)).toEqual(JSON.parse(text))
    }),
    { numRuns: 500, seed: 1 },
  )
})

test('text with a fault is refused in pieces as it is at once', async () => {
  const faults = fc.constantFrom('', ',', '[', ']', '{', '}', '"', '\\', ':', '1', ' ')
  const texts = fc
    .tuple(values, indents, fc.nat(), fc.nat({ max: 2 }), faults)
    .map(([value, indent, at, removed, fault]) => {
      const text = JSON.stringify(value, null, indent)
      const place = at % (text.length + 1)
      return text.slice(0, place) + fault + text.slice(place + removed)
    })
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      expect(await outcome(() => inPieces(text))).toEqual(await outcome(() => JSON.parse(text)))
    }),
    { numRuns: 3000, seed: 1 },
  )
})

test.each([
  ['[          ,1]', 'an element that is missing at the start'],
  ['[1,          ,1]', 'in the middle'],
  ['[1,2,3,4,5,6,          ]', 'and at the end'],
  ['[1,2,3,4,5,6}', 'a list that ends like an object'],
  ['[1,2,3,4,5,6', 'a list that does not end'],
])('refuses %j (%s)', async (text) => {
  await expect(inPieces(text)).rejects.toThrow(SyntaxError)
})

test('keeps several long lists of one object apart, also under a repeated name and under __proto__', async () => {
  const text = '{"a":[1,2,3,4,5,6],"__proto__":[7,8,9,10,11],"a":[12,13,14,15,16],"b":[[1,2,3,4,5],[6]]}'
  expect(JSON.stringify(await inPieces(text))).toBe(JSON.stringify(JSON.parse(text)))
})

test('a large answer is parsed in short pieces, with a pause after each', async () => {
  const row = { container_port: 80, port_alias: '名'.repeat(30), nested: [[{ a: '[,]"' }]] }
  const text = JSON.stringify({
    code: 200,
    data: { bean: {}, list: Array.from({ length: 20_000 }, () => row) },
  })
  const whole: unknown = JSON.parse(text)
  const parse = vi.spyOn(JSON, 'parse')
  const pause = vi.fn(neverPause)
  const pieceLength = 64 * 1024
  const parsed = await parseJson(text, { pause, pieceLength })
  const lengths = parse.mock.calls.map(([piece]) => piece.length)
  parse.mockRestore()
  expect(parsed).toEqual(whole)
  expect(Math.max(...lengths)).toBeLessThan(pieceLength + 200)
  // Outlined in as many steps again.
  expect(pause.mock.calls.length).toBeGreaterThan((2 * text.length) / pieceLength - 2)
})

test('refuses more than 32 levels before anything recursive reads them, and not brackets in a string', async () => {
  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
  await expect(inPieces(nested(33))).rejects.toThrow(NestedTooDeep)
  await expect(inPieces(nested(100_000))).rejects.toThrow(NestedTooDeep)
  expect(await inPieces(nested(32))).toEqual(JSON.parse(nested(32)))
  expect(await inPieces(JSON.stringify('"['.repeat(50)))).toBe('"['.repeat(50))
})

test('work that a pause gives up ends there', async () => {
  const gone = new Error('gone')
  const pause = vi.fn().mockResolvedValueOnce(undefined).mockRejectedValue(gone)
  await expect(parseJson('[1,2,3,4,5,6,7,8,9,10]', { pause, pieceLength: 4 })).rejects.toBe(gone)
  expect(pause).toHaveBeenCalledTimes(2)
})
