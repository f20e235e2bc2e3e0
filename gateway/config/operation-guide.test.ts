import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { settingLines } from './command-line'

const guide = (name: string) => readFileSync(new URL(`../../docs/${name}.md`, import.meta.url), 'utf8')

/** Returns the cells of a guide's table rows that start with a name in code. */
function rows(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => /^\| `[A-Z_]+`/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}

test('the guide lists the same settings as --help', () => {
  expect(rows(guide('operation'))).toEqual(
    settingLines().map(({ name, fallback, meaning }) => [
      `\`${name}\``,
      fallback === '' ? '' : `\`${fallback}\``,
      meaning,
    ]),
  )
})

test('every test that the threat model names exists', () => {
  const named = new Set(
    [...guide('security').matchAll(/`([\w/-]+\.test\.ts)`/g)].map(([, name]) => name ?? ''),
  )
  expect(named.size).toBeGreaterThan(10)
  for (const name of named)
    expect(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')).toMatch(/\btest(?:\.each)?\(/)
})

test.each(['../../deploy/kubernetes/portdeck.yaml', '../../docs/running-on-rainbond.md'])(
  'replicas stay in service while the console is down (%s)',
  (file) => {
    const text = readFileSync(new URL(file, import.meta.url), 'utf8')
    expect([...text.matchAll(/path:? `?(\/readyz[\w/]*)/g)].map(([, path]) => path)).toEqual(['/readyz/self'])
  },
)
