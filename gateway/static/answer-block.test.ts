import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerBlock, promiseOf } from './answer-block'

/** Reads a block as browsers do: the element ends where its end tag is, and comments or tags in it count for nothing. */
function readBlock(markup: string) {
  const [, attributes = '', text = '', rest = ''] =
    /^<script type="application\/json" ([^<>]*)>([^<]*)<\/script>(.*)$/s.exec(markup) ?? []
  const unescaped = (name: string) =>
    (new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1] ?? '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
  return { path: unescaped('data-answer'), headers: unescaped('data-headers'), text, rest }
}

const nasty = fc.constantFrom(
  '</script>',
  '<!--',
  '<script',
  ']]>',
  '\u2028',
  '"',
  '&quot;',
  "'",
  '\\',
  '\ud800',
)
const text = fc.array(fc.oneof(nasty, fc.string({ unit: 'binary' }))).map((parts) => parts.join(''))
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    text,
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value')),
    fc.dictionary(text, tie('value')),
  ),
})).value

test('any answer comes back as it was, and nothing in it ends the block', () => {
  fc.assert(
    fc.property(json, text, text, (value, path, header) => {
      const body = JSON.stringify(value)
      const headers = { 'X-Request-Id': header }
      const read = readBlock(answerBlock(path, { status: 200, headers, body }))
      expect(JSON.parse(read.text)).toEqual(JSON.parse(body))
      expect(read.path).toBe(path)
      expect(JSON.parse(read.headers)).toEqual(JSON.parse(JSON.stringify(headers)))
      expect(read.rest).toBe('<!---->\n')
    }),
  )
})

test('the paths of the answers cannot end their attribute', () => {
  const markup = promiseOf(['/openapi/v1/teams/"><script>/regions'], 'en')
  expect(markup.match(/[<>]/g)).toEqual(['<', '>'])
})
