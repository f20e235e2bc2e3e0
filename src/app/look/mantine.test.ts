import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const source = fileURLToPath(new URL('../..', import.meta.url))
const sheets = fileURLToPath(new URL('../../../node_modules/@mantine/core/styles/', import.meta.url))

/** Returns the components that a file imports from Mantine and that have a style sheet. */
function styledComponents(file: string): string[] {
  const imported = /import \{([^}]*)\} from '@mantine\/core'/.exec(readFileSync(file, 'utf8'))?.[1] ?? ''
  return imported
    .split(',')
    .map((name) => name.trim().split(' as ')[0] ?? '')
    .filter((name) => existsSync(`${sheets}${name}.layer.css`))
}

test('every component that is used has its style sheet', () => {
  const listed = readFileSync(new URL('./mantine.css', import.meta.url), 'utf8')
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.tsx'),
  )
  const used = files.flatMap((name) => styledComponents(source + name))
  expect(used).toContain('Button')
  expect([...new Set(used)].filter((name) => !listed.includes(`/${name}.layer.css`))).toEqual([])
})
