import { expect, test } from 'vitest'
import { messages as en } from './en'
import { pickLanguage } from './language'
import { messages as zh } from './zh'

type Tree = { readonly [key: string]: string | Tree }

/** Every message by its path, with the names of the arguments and tags that it takes. */
function argumentsOf(tree: Tree, path = ''): [string, string[]][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, [...new Set(value.match(/(?<=\{)\w+(?=[,}])|(?<=<)\w+(?=>)/g))].sort()]]
      : argumentsOf(value, `${path}${key}.`),
  )
}

test('both languages take the same arguments in every message', () => {
  expect(argumentsOf(zh)).toEqual(argumentsOf(en))
})

test('no message is empty', () => {
  expect(JSON.stringify([en, zh])).not.toContain(':""')
})

test.each([
  ['zh', ['en-US'], 'zh'],
  [null, ['zh-TW', 'en'], 'zh'],
  [null, ['fr-FR', 'zh-CN', 'en'], 'zh'],
  [null, ['en-GB', 'zh'], 'en'],
  [null, ['fr'], 'en'],
  ['klingon', [], 'en'],
] as const)('stored %s and preferred %j make %s', (stored, preferred, expected) => {
  expect(pickLanguage(stored, preferred)).toBe(expected)
})
