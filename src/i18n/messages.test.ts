import compile from 'icu-minify/compile'
import { expect, test } from 'vitest'
import { allMessages } from './all-messages'
import { pickLanguage } from './language'

const { en, zh } = allMessages

type Tree = { readonly [key: string]: string | Tree }

const choices = new Set<unknown>([1, 2, 3])

const isList = (value: unknown): value is unknown[] => Array.isArray(value)

// A parsed message is a text or a list of nodes; a node is a text, the sign #, or a list that begins with a name.
function namesInMessage(message: unknown): string[] {
  return isList(message) ? message.flatMap(namesInNode) : []
}
function namesInNode(node: unknown): string[] {
  if (!isList(node)) return []
  const [name, type, ...rest] = node
  const below = choices.has(type)
    ? Object.values(rest[0] ?? {}).flatMap(namesInMessage)
    : typeof type === 'number' && type > 3
      ? []
      : [type, ...rest].flatMap(namesInNode)
  return [String(name), ...below]
}

/** Returns each message's path and the names of its arguments and tags. Throws on a malformed message. */
function argumentsOf(tree: Tree, path = ''): [string, string[]][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, [...new Set(namesInMessage(compile(value)))].sort()]]
      : argumentsOf(value, `${path}${key}.`),
  )
}

test('finds the names of arguments and tags at any depth', () => {
  const message = 'a {b, number} <c>{d} <e>x</e></c> {f, plural, one {is # {g}} other {are <h>y</h>}}'
  expect(argumentsOf({ message })).toEqual([['message', ['b', 'c', 'd', 'e', 'f', 'g', 'h']]])
})

test('both languages have the same arguments in every message', () => {
  expect(argumentsOf(zh)).toEqual(argumentsOf(en))
})

test('no message formats a date, because messages have no time zone', () => {
  expect(JSON.stringify([en, zh])).not.toMatch(/\{\w+, (date|time)\b/)
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
] as const)('stored %s and preferred %j select %s', (stored, preferred, expected) => {
  expect(pickLanguage(stored, preferred)).toBe(expected)
})
