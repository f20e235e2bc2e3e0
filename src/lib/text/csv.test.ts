import { expect, it } from 'vitest'
import { csvOf } from './csv'

it('begins with a byte order mark and ends each row with CRLF', () => {
  expect(
    csvOf([
      ['组件', 'port'],
      ['网站', '80'],
    ]),
  ).toBe('\uFEFF组件,port\r\n网站,80\r\n')
})

it('quotes separators, quotes and line breaks', () => {
  expect(csvOf([['a,b', 'say "hi"', 'two\nlines']])).toBe('\uFEFF"a,b","say ""hi""","two\nlines"\r\n')
})

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('runs nothing as a formula: %j', (text) => {
  expect(csvOf([[text]])).toContain(`'${text}`)
})
