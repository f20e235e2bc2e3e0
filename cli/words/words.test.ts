import { expect, test } from 'vitest'
import { en } from './en'
import { languageOf } from './speech'
import { zh } from './zh'

type Tree = { readonly [key: string]: string | Tree }

function argumentsOf(tree: Tree, path = ''): [string, string[]][] {
  return Object.entries(tree).flatMap(([key, text]) =>
    typeof text === 'string'
      ? [[path + key, [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name = '']) => name))].sort()]]
      : argumentsOf(text, `${path}${key}.`),
  )
}

test('both languages have the same arguments in every text', () => {
  expect(argumentsOf(zh)).toEqual(argumentsOf(en))
})

test.each([
  [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
  [{ LANG: 'en_GB', LC_MESSAGES: 'zh_TW' }, 'zh'],
  [{ LANG: 'de_DE.UTF-8', LC_ALL: '' }, 'en'],
  [{}, 'en'],
])('the locale %j selects %s', (env, language) => {
  expect(languageOf(env)).toBe(language)
})
