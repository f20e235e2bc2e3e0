import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** Folders whose comments and test names are checked. */
const folders = ['bench', 'demo', 'e2e', 'emulator', 'gateway', 'scripts', 'src']

const documents = [
  ...readdirSync('.'),
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' }).map((path) => join('docs', path)),
  join('.github', 'pull_request_template.md'),
].filter((path) => path.endsWith('.md'))

// Holds the words that it looks for.
const thisFile = join('scripts', 'voice.test.ts')

/** What nobody would say to a colleague. */
const foreignWords = [
  /\banew\b/i,
  /(?<!\b(?:a|an|any|each|every|its|one|that|the|this) )\bsave (?:for|that)\b/i,
  /\bbe it\b/i,
  /\bin vain\b/i,
  /\bis none that\b/i,
  /\bwish(?:es|ed)?\b/i,
]

/** A docstring says what it "returns". */
const foreignVerbs = [/^(?:Gives|Takes)\b/, /[.;] gives\b/i]

const sourceFile = /\.(?:ts|tsx|js|mjs|css)$/

/** Packages that a bench has installed have words of their own. */
const isOwn = (path: string) => !path.includes('node_modules')

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(isOwn)
}

const blockComment = /\/\*[\s\S]*?\*\//g
const lineComments = /(?:(?:^|\s)\/\/ .*\n?)+/gm
const testName = /\b(?:test|it|describe)(?:\.\w+)*(?:\(\[[\s\S]*?\]\))?\(\s*(['"`])(.*?)\1/g

const marks = /^\s*(?:\/\*+|\*(?!\/)|\/\/)|\*\/$/gm

/** Returns the comments and test names of a source text, each in one line. */
function prose(source: string) {
  const all = (pattern: RegExp, group: number) =>
    [...source.matchAll(pattern)].map((match) => match[group] ?? '')
  const inOneLine = (text: string) => text.replaceAll(marks, '').replaceAll(/\s+/g, ' ').trim()
  return {
    docstrings: all(blockComment, 0).map(inOneLine),
    others: [...all(lineComments, 0), ...all(testName, 2)].map(inOneLine),
  }
}

function having(texts: readonly string[], words: readonly RegExp[]): string[] {
  return texts.filter((text) => words.some((word) => word.test(text)))
}

/** Returns the comments and test names that hold foreign words. */
function foreign(source: string): string[] {
  const { docstrings, others } = prose(source)
  return [...having(docstrings, [...foreignWords, ...foreignVerbs]), ...having(others, foreignWords)]
}

test.each(folders)('comments and test names in %s are plain English', (place) => {
  const found = filesBelow(place)
    .filter((file) => sourceFile.test(file) && file !== thisFile)
    .flatMap((file) => foreign(readFileSync(file, 'utf8')).map((text) => `${file}: ${text}`))
  expect(found).toEqual([])
})

test.each(documents)('%s is plain English', (file) => {
  expect(having(readFileSync(file, 'utf8').split(/\n\s*\n/), foreignWords)).toEqual([])
})

test.each([
  ['/** Gives the plan. */', 'Gives the plan.'],
  ['/**\n * Takes a port,\n * and gives it back.\n */', 'Takes a port, and gives it back.'],
  ['const a = 1 // Made anew,\n', 'Made anew,'],
  ['// Two lines,\n// save for one.\n', 'Two lines, save for one.'],
  ["it('sends what is wished', () => {})", 'sends what is wished'],
  ["test.each([1, 2])('tries in vain', () => {})", 'tries in vain'],
])('finds the prose of %j', (source, text) => {
  expect(foreign(source)).toEqual([text])
})

test.each([
  '// What the save that was refused says.',
  "const url = 'https://wish.test'",
  '// A fork that takes the lead.',
])('finds nothing in %j', (source) => {
  expect(foreign(source)).toEqual([])
})
