// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import { beforeEach, expect, test, vi } from 'vitest'
import { initialLanguage } from '../../i18n/language'

const script = readFileSync('src/app/shell/early.js', 'utf8')

/** Runs the script as a page with such a browser does. */
function runEarly(preferred: readonly string[] = ['en'], isDark = false): DOMStringMap {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue([...preferred])
  vi.stubGlobal('matchMedia', () => ({ matches: isDark }))
  window.eval(script)
  return document.documentElement.dataset
}

beforeEach(() => {
  localStorage.clear()
  document.head.replaceChildren()
  document.documentElement.lang = 'en'
  delete document.documentElement.dataset['shell']
})

test.each([
  ['zh', ['en-US'], 'zh'],
  [null, ['zh-TW', 'en'], 'zh'],
  [null, ['fr-FR', 'zh-CN', 'en'], 'zh'],
  [null, ['ZH-Hans-CN'], 'zh'],
  [null, ['en-GB', 'zh'], 'en'],
  [null, ['fr'], 'en'],
  ['klingon', [], 'en'],
  ['constructor', ['zh'], 'zh'],
] as const)('stored language %s and preferred %j select %s', (stored, preferred, expected) => {
  if (stored !== null) localStorage.setItem('portdeck.language', stored)
  runEarly(preferred)
  expect(initialLanguage()).toBe(expected)
})

test('the words of the chosen language, and of no other, are preloaded', () => {
  const words = document.createElement('meta')
  words.name = 'words'
  words.content = '{"en":["/en.js"],"zh":["/zh.js","/zh-later.js"]}'
  document.head.append(words)
  runEarly(['zh-CN'])
  const links = [...document.head.querySelectorAll('link')]
  expect(links.map(({ rel, href }) => [rel, new URL(href, 'http://x').pathname])).toEqual([
    ['modulepreload', '/zh.js'],
    ['modulepreload', '/zh-later.js'],
  ])
})

test.each([
  ['dark', false, 'dark'],
  ['light', true, 'light'],
  ['auto', true, 'dark'],
  [null, true, 'dark'],
  [null, false, 'light'],
] as const)('stored scheme %s in a browser that is dark: %s gives %s', (stored, isDark, expected) => {
  if (stored !== null) localStorage.setItem('portdeck.scheme', stored)
  expect(runEarly([], isDark)['mantineColorScheme']).toBe(expected)
})

test('a page that came without a cookie shows the shell of a page to somebody who was signed in', () => {
  const { dataset } = document.documentElement
  dataset['shell'] = 'sign-in'
  dataset['shellInside'] = 'ports'
  expect(runEarly()['shell']).toBe('sign-in')
  localStorage.setItem('portdeck.session', '{}')
  expect(runEarly()['shell']).toBe('ports')
})
