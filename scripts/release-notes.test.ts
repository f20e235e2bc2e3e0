import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { project } from '../e2e/processes/project'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portdeck-release-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const changelog = [
  '# Changelog',
  '## Unreleased',
  '- Comes later.',
  '## [1.2.0] - 2026-11-26',
  '### Added\n\n- A new thing.',
  '## 1.1.0 - 2026-10-01',
  '- An old thing.',
].join('\n\n')

/** Runs the script in a project with that changelog and version. */
function notesOf({ text = changelog, version = '1.2.0', locked = '1.2.0' }, ...args: string[]) {
  writeFileSync(join(folder, 'CHANGELOG.md'), text)
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ version }))
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ version: locked }))
  const script = join(project, 'scripts/release-notes.mjs')
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

test.each([[[]], [['v1.2.0']]])('prints what the newest version changes, with the arguments %j', (args) => {
  expect(notesOf({}, ...args)).toEqual({ status: 0, stdout: '### Added\n\n- A new thing.\n', stderr: '' })
})

test.each([
  ['package.json', { version: '1.1.0' }, []],
  ['package-lock.json', { locked: '1.1.0' }, []],
  ['the tag', {}, ['v1.1.0']],
])('fails when the version of %s differs', (place, files, args) => {
  const { status, stdout, stderr } = notesOf(files, ...args)
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).toBe(`CHANGELOG.md's newest version is 1.2.0, that of ${place} is 1.1.0.\n`)
})

test.each([
  ['# Changelog\n\n## Unreleased\n\n- Comes later.', 'has no released version'],
  ['## 1.2.0\n\n- Without a day.', '"1.2.0" is neither'],
  ['## 1.2.0 - 2026-11-26\n\n## 1.1.0 - 2026-10-01\n\n- An old thing.', 'says nothing about 1.2.0'],
])('fails on the changelog %j', (text, reason) => {
  const { status, stdout, stderr } = notesOf({ text })
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).toContain(reason)
})
