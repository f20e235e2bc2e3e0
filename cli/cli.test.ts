import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEmulator } from '../emulator/create-emulator'
import { type ServedEmulator, serveEmulator } from '../emulator/hosts/node'
import { scaleSeed, scaleToken } from '../emulator/seeds/scale'
import { buildPortdeck, type BuiltPortdeck } from './testing/run-portdeck'

const seed = scaleSeed({ components: 2, portsPerComponent: 3 })
const folder = mkdtempSync(join(tmpdir(), 'portdeck-cli-'))
const scope = ['--team', seed.teams[0]?.tenant_name ?? '', '--region', seed.services[0]?.service_region ?? '']
let built: BuiltPortdeck
let served: ServedEmulator

beforeAll(async () => {
  built = await buildPortdeck()
  served = await serveEmulator({ emulator: createEmulator({ seed, now: () => new Date(0) }), port: 0 })
})
afterAll(async () => {
  built.remove()
  await served.close()
  rmSync(folder, { recursive: true })
})

function portdeck(args: readonly string[], env: Record<string, string> = {}) {
  return built.start(args, { RAINBOND_URL: served.url, RAINBOND_TOKEN: scaleToken, ...env }).ended
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
  expect(drift.stdout).toContain('- Open external access on port 8')
  expect(await portdeck(['plan', sheet(other), ...scope])).toMatchObject({ code: 0, stderr: '' })

  const limited = await portdeck(['plan', sheet(other), ...scope, '--max-exposures', '0'])
  expect(limited).toMatchObject({ code: 1, stdout: '' })
  expect(limited.stderr).toContain('open 1 port at the gateway; --max-exposures allows 0')
})

test('says on standard error where a sheet is wrong, in the language of the locale', async () => {
  const wrong = sheet('{"portdeck": 9, "components": []}')
  const refused = await portdeck(['plan', wrong, ...scope])
  expect(refused).toMatchObject({ code: 1, stdout: '' })
  expect(refused.stderr).toContain(
    'sheet.json:1:14: Unknown version. Portdeck reads version 1. [unknown-version "9"]',
  )
  const chinese = await portdeck(['plan', wrong, ...scope], { LANG: 'zh_CN.UTF-8' })
  expect(chinese.stderr).toContain('sheet.json:1:14: 未知版本。')
})

test.each([
  ['a token as an argument', ['export', ...scope, '--token', 'secret-1'], {}],
  ['a token that is not valid', ['export', ...scope], { RAINBOND_TOKEN: 'secret-1' }],
  ['no address', ['export', ...scope], { RAINBOND_URL: '' }],
  ['no team', ['export'], {}],
  ['a team that is not there', ['export', '--team', 'nobody', '--region', 'r'], {}],
  ['an option of another command', ['export', ...scope, '--yes'], {}],
  ['a limit that is no number', ['plan', 'x', ...scope, '--max-deletes', 'few'], {}],
  ['nobody to ask', ['apply', 'x', ...scope], {}],
])('exits with 3 for %s, and repeats no token', async (_, args, env) => {
  const refused = await portdeck(args, env)
  expect(refused).toMatchObject({ code: 3, stdout: '' })
  expect(refused.stderr).not.toMatch(/secret-1|\n {4}at /)
  expect(refused.stderr).not.toBe('')
})
