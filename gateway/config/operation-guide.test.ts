import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { settingLines } from './command-line'

const guide = (name: string) => readFileSync(new URL(`../../docs/${name}.md`, import.meta.url), 'utf8')

/** The cells of the rows of a guide that begin with a name in code. */
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

test('the table of settings in the guide is that of --help', () => {
  expect(rows(guide('operation'))).toEqual(
    settingLines().map(({ name, fallback, meaning }) => [
      `\`${name}\``,
      fallback === '' ? '' : `\`${fallback}\``,
      meaning,
    ]),
  )
})

test('every test that the threat model names is there', () => {
  const named = new Set(
    [...guide('security').matchAll(/`([\w/-]+\.test\.ts)`/g)].map(([, name]) => name ?? ''),
  )
  expect(named.size).toBeGreaterThan(10)
  for (const name of named)
    expect(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')).toContain('test(')
})

test.each(['../../deploy/kubernetes/portdeck.yaml', '../../docs/running-on-rainbond.md'])(
  'a console that is down takes no replica away (%s)',
  (file) => {
    const text = readFileSync(new URL(file, import.meta.url), 'utf8')
    expect([...text.matchAll(/path:? `?(\/readyz[\w/]*)/g)].map(([, path]) => path)).toEqual(['/readyz/self'])
  },
)
