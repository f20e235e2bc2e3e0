import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '../support/fixtures'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Lists the packages that the browser code imports for more than types, except in tests. */
function importedPackages(): string[] {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  const names = files
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|(^|\/)testing\//.test(file))
    .flatMap((file) => [
      ...readFileSync(join(root, 'src', file), 'utf8').matchAll(
        /^(?:import|export) (?!type\b)(?:[\w*{},\s]+ from )?'((?:@[\w-]+\/)?[a-z][\w-]*)(?:\/[^']*)?'/gm,
      ),
    ])
    .map(([, name = '']) => name)
  return [...new Set(names)]
}

function versionOf(name: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'))
  return typeof manifest === 'object' && manifest && 'version' in manifest ? String(manifest.version) : ''
}

test('the app comes with the licences of its packages', async ({ request }) => {
  const answer = await request.get('/THIRD-PARTY-NOTICES.md')
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'text/plain; charset=utf-8'])
  const [, ...notices] = (await answer.text()).split(/^## /m)
  const titles = notices.map((notice) => notice.slice(0, notice.indexOf('\n')))

  const packages = importedPackages()
  expect(packages).toEqual(expect.arrayContaining(['react', '@mantine/core', 'zod']))
  // What these are made of themselves: React's parts, the positions and locks of Mantine's dialogs.
  for (const name of [...packages, 'scheduler', '@mantine/hooks', 'react-remove-scroll', 'tslib'])
    expect(titles).toContainEqual(expect.stringContaining(`${name} - ${versionOf(name)} (`))
  for (const notice of notices)
    expect(notice, notice.slice(0, 40)).toMatch(
      /Permission|Redistribution and use|free and unencumbered|Apache License/,
    )
})
