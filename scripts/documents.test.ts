import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')

const folders = ['bench', 'demo', 'deploy', 'docs', 'e2e', 'emulator', 'gateway', 'public', 'scripts', 'src']
const files = [
  ...folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => !path.includes('node_modules'))
      .map((path) => join(folder, path)),
  ),
  ...readdirSync(root),
]
const fileNames = new Set(files.map((path) => path.split(/[/\\]/).at(-1)))
const documents = [
  ...readdirSync(root),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((path) => join('docs', path)),
  join('.github', 'pull_request_template.md'),
].filter((path) => path.endsWith('.md'))
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')))

const matchesOf = (text: string, pattern: RegExp) => [
  ...new Set([...text.matchAll(pattern)].map(([, found]) => found ?? '')),
]

/** Finds paths that start with one of the project's folders, in prose, code and commands. */
const pathsIn = (text: string) =>
  matchesOf(text, new RegExp(`(?<![\\w./:@-])((?:${folders.join('|')})/[\\w./-]*)`, 'g')).map((path) =>
    path.replace(/\.+$/, ''),
  )

/** Finds file names without a folder in backticks. */
const fileNamesIn = (text: string) => matchesOf(text, /`([\w.-]+\.(?:css|html|js|json|md|mjs|ts|tsx|yaml))`/g)

/** Finds the targets of links to other files of the project. */
const linksIn = (text: string) =>
  matchesOf(text.replaceAll(/`[^`]*`/g, ''), /\]\(([^)\s]+)\)/g)
    .filter((target) => !/^([a-z]+:|#)/.test(target))
    .map((target) => target.replace(/#.*/, ''))

const commandsIn = (text: string) => matchesOf(text, /\bnpm (?:run )?(test|start|(?<=run )[\w:-]+)/g)

/** The file names that CONTRIBUTING.md gives as patterns. */
const patterns = new Set(['kebab-case.ts', 'PascalCase.tsx'])

describe.each(documents)('%s', (document) => {
  const text = read(document)

  test('names only files and folders that exist', () => {
    expect(pathsIn(text).filter((path) => !existsSync(join(root, path)))).toEqual([])
    expect(fileNamesIn(text).filter((name) => !fileNames.has(name) && !patterns.has(name))).toEqual([])
  })

  test('links only to files that exist', () => {
    const folder = join(root, document, '..')
    expect(linksIn(text).filter((target) => !existsSync(join(folder, target)))).toEqual([])
  })

  test('names only npm commands that exist', () => {
    expect(commandsIn(text).filter((name) => scripts[name] === undefined)).toEqual([])
  })
})

test('every npm command is documented', () => {
  const documented = new Set(documents.flatMap((document) => commandsIn(read(document))))
  // `npm run build` is a step of `npm start`, of the checks and of the image.
  expect(Object.keys(scripts).filter((name) => name !== 'build' && !documented.has(name))).toEqual([])
})

test('the sections that comments name exist', () => {
  const sources = files.filter((path) => /\.(tsx?|m?js)$/.test(path))
  expect(sources.length).toBeGreaterThan(100)
  const missing = sources.flatMap((path) => {
    // A comment may break a reference into two lines.
    const text = read(path).replaceAll(/\n\s*(\*|\/\/) /g, ' ')
    return [...text.matchAll(/([\w/]+\.md), "([^"\n]+)"/g)]
      .filter(
        ([, document = '', heading = '']) => !headingsOf(document).some((found) => found.startsWith(heading)),
      )
      .map(([reference]) => `${path}: ${reference}`)
  })
  expect(missing).toEqual([])
})

function headingsOf(document: string): string[] {
  return existsSync(join(root, document)) ? matchesOf(read(document), /^#+ (.+)$/gm) : []
}

test('finds paths, names, links and commands in a text', () => {
  const text = [
    'See `src/api/keys.ts`, `eslint-arrows.js` and [the guide](nginx.md#tls), not https://example.com/docs/x.md.',
    'npm run e2e -- e2e/links/links.spec.ts',
    '`npm start`, then docker build -f deploy/Dockerfile.',
  ].join('\n')
  expect(pathsIn(text)).toEqual(['src/api/keys.ts', 'e2e/links/links.spec.ts', 'deploy/Dockerfile'])
  expect(fileNamesIn(text)).toEqual(['eslint-arrows.js'])
  expect(linksIn(text)).toEqual(['nginx.md'])
  expect(commandsIn(text)).toEqual(['e2e', 'start'])
})
