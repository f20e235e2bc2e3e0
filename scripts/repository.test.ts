import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { project } from '../e2e/processes/project'

const read = (path: string) => readFileSync(join(project, path), 'utf8')

const manifest = z
  .object({
    engines: z.object({ node: z.string() }),
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(read('package.json')))
const packages = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })

const workflows = readdirSync(join(project, '.github/workflows')).map((name) => `.github/workflows/${name}`)

const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, first = '']) => first)

/** Returns the items of a YAML list in one line. */
const itemsOf = (list: string) => list.split(',').map((item) => item.trim().replaceAll(/^'|'$/g, ''))

test.each(workflows)('%s limits its time and its rights', (path) => {
  const text = read(path)
  expect(text).toMatch(/^permissions:\n {2}contents: read\n/m)
  const jobs = text
    .slice(text.indexOf('\njobs:'))
    .split(/\n {2}(?=\w[\w-]*:\n)/)
    .slice(1)
  expect(jobs.length).toBeGreaterThan(0)
  for (const job of jobs) expect(job).toMatch(/^ {4}(timeout-minutes: \d+|uses: \.\/)/m)
})

test('the workflow runs CI on the oldest Node that Portdeck supports and on that of the image', () => {
  const versions = itemsOf(found(read('.github/workflows/ci.yml'), /^ +node: \[(.+)\]$/gm)[0] ?? '')
  expect(versions).toEqual([
    ...found(manifest.engines.node, /^\^(\d+\.\d+)/g),
    ...found(read('deploy/Dockerfile'), /^ARG NODE_IMAGE=node:(\d+)\./gm),
  ])
})

test('every package that the updates name is a dependency', () => {
  const text = read('.github/dependabot.yml').split('package-ecosystem: github-actions')[0] ?? ''
  const patterns = found(text, /patterns: \[(.+)\]/g).flatMap(itemsOf)
  const ignored = found(text, /dependency-name: (.+)/g).flatMap(itemsOf)
  const isUsed = (pattern: string) =>
    packages.some((name) =>
      pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
    )
  expect(patterns.length).toBeGreaterThan(10)
  expect([...patterns, ...ignored].filter((pattern) => !isUsed(pattern))).toEqual([])
})

test('every record of a decision has its number and its parts, and the index names it', () => {
  const folder = join(project, 'docs/decisions')
  const records = readdirSync(folder)
    .filter((name) => name !== 'README.md')
    .toSorted()
  const index = found(readFileSync(join(folder, 'README.md'), 'utf8'), /^\| \[\d{4}\]\(([\w-]+\.md)\)/gm)
  expect(index).toEqual(records)
  records.forEach((name, at) => {
    const text = readFileSync(join(folder, name), 'utf8')
    const number = String(at + 1).padStart(4, '0')
    expect([name.slice(0, 5), text.slice(0, 8)]).toEqual([`${number}-`, `# ${number}: `])
    expect(found(text, /^## (.+)$/gm), name).toEqual(['Context', 'Decision', 'Consequences', 'Alternatives'])
  })
})
