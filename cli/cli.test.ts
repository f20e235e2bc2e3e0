import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEmulator } from '../emulator/create-emulator'
import { type ServedEmulator, serveEmulator } from '../emulator/hosts/node'
import { scaleSeed, scaleToken } from '../emulator/seeds/scale'

const seed = scaleSeed({ components: 2, portsPerComponent: 3 })
const folder = mkdtempSync(join(tmpdir(), 'portdeck-cli-'))
const scope = ['--team', seed.teams[0]?.tenant_name ?? '', '--region', seed.services[0]?.service_region ?? '']
let served: ServedEmulator

beforeAll(async () => {
  served = await serveEmulator({ emulator: createEmulator({ seed, now: () => new Date(0) }), port: 0 })
})
afterAll(async () => {
  await served.close()
  rmSync(folder, { recursive: true })
})

/** Runs the command line as a process, until it ends. */
async function portdeck(args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'cli/main.ts', ...args], {
    env: { PATH: process.env['PATH'], RAINBOND_URL: served.url, RAINBOND_TOKEN: scaleToken, ...env },
  })
  const [stdout, stderr, code] = await Promise.all([
    child.stdout.setEncoding('utf8').reduce((all: string, part: string) => all + part, ''),
    child.stderr.setEncoding('utf8').reduce((all: string, part: string) => all + part, ''),
    new Promise((resolve) => child.once('close', resolve)),
  ])
  return { stdout, stderr, code }
}

function sheet(text: string): string {
  const file = join(folder, 'sheet.json')
  writeFileSync(file, text)
  return file
}

test('finds no differences from what was exported, and one where a port is to be switched', async () => {
  const exported = await portdeck(['export', ...scope, '--json'])
  expect(exported).toMatchObject({ code: 0, stderr: '' })
  expect(exported.stdout.match(/"port":/g)).toHaveLength(6)
  expect(await portdeck(['drift', sheet(exported.stdout), ...scope])).toEqual({
    code: 0,
    stderr: '',
    stdout: 'No differences.\n',
  })

  const other = exported.stdout.replace(/("internal": true,\s+"external": )false/, '$1true')
  expect(other).not.toBe(exported.stdout)
  const drift = await portdeck(['drift', sheet(other), ...scope, '--format', 'markdown'])
  expect(drift).toMatchObject({ code: 2, stderr: '' })
  expect(drift.stdout).toContain('- Open external access, port 8')
  expect(await portdeck(['plan', sheet(other), ...scope])).toMatchObject({ code: 0, stderr: '' })
})

test('names the place of an error in a sheet on standard error', async () => {
  const refused = await portdeck(['plan', sheet('{"portdeck": 9, "components": []}'), ...scope])
  expect(refused).toMatchObject({ code: 1, stdout: '' })
  expect(refused.stderr).toContain('sheet.json:1:14: unknown-version "9"')
})

test.each([
  ['a token as an argument', ['export', ...scope, '--token', 'secret-1'], {}],
  ['a token that is not valid', ['export', ...scope], { RAINBOND_TOKEN: 'secret-1' }],
  ['no address', ['export', ...scope], { RAINBOND_URL: '' }],
  ['no team', ['export'], {}],
  ['a team that is not there', ['export', '--team', 'nobody', '--region', 'r'], {}],
])('exits with 3 for %s, and repeats no token', async (_, args, env) => {
  const refused = await portdeck(args, env)
  expect(refused).toMatchObject({ code: 3, stdout: '' })
  expect(refused.stderr).not.toMatch(/secret-1|\n {4}at /)
  expect(refused.stderr).not.toBe('')
})
