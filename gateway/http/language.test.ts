import { expect, test } from 'vitest'
import { languageOf } from './language'

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['zh-CN', 'zh'],
  ['zh', 'zh'],
  ['de-DE,de;q=0.9,zh;q=0.8,en;q=0.7', 'zh'],
  ['en-GB,en;q=0.9,zh-CN;q=0.8', 'en'],
  ['de', 'en'],
  ['zhx, x-zh', 'en'],
])('%s is answered in %s', (header, language) => {
  expect(languageOf(header)).toBe(language)
})
