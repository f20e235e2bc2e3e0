import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { demoSeed, demoToken, expiredToken } from '../seeds/demo'
import { scaleToken } from '../seeds/scale'
import { parseCli, WrongUsage } from './cli-options'

const folder = mkdtempSync(join(tmpdir(), 'portdeck-seed-'))
afterAll(() => rmSync(folder, { recursive: true }))

function seedFile(name: string, content: string): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

describe('the command line of the emulator', () => {
  test('serves the demo in full mode on loopback by default', () => {
    expect(parseCli([])).toEqual({
      port: 7070,
      host: '127.0.0.1',
      mode: 'full',
      seed: demoSeed(),
      token: demoToken,
    })
  })

  test('accepts a size', () => {
    const options = parseCli(['--seed', 'scale:30x4', '--port', '0', '--host', '::1', '--mode', 'bare'])
    expect(options).toMatchObject({ port: 0, host: '::1', mode: 'bare', token: scaleToken })
    expect(options).toHaveProperty('seed.services.length', 30)
    expect(options).toHaveProperty('seed.ports.length', 120)
  })

  test('accepts a file, and finds a valid token in it', () => {
    const seed = demoSeed()
    const tokens = [...seed.tokens].sort((a) => (a.token === expiredToken ? -1 : 0))
    const file = seedFile('seed.json', JSON.stringify({ ...seed, tokens }))
    expect(parseCli(['--seed', file])).toMatchObject({ seed: { ...seed, tokens }, token: demoToken })
  })

  test('accepts --help', () => {
    expect(parseCli(['--help'])).toBe('help')
  })

  test.each([
    [['--port', '70000'], '--port must be a number from 0 to 65535, not "70000"'],
    [['--port', 'x'], 'not "x"'],
    [['--mode', 'full-ish'], '--mode must be full or bare'],
    [['--seed', 'scale:many'], 'scale:1000x20'],
    [['--seed', 'scale:1x60000'], '57536'],
    [['--seed', join(folder, 'missing.json')], 'missing.json: ENOENT'],
    [['--seed', seedFile('torn.json', '{"users": [')], 'Cannot read the seed'],
    [['--seed', seedFile('empty.json', '{}')], 'Invalid seed'],
    [['--colour'], "Unknown option '--colour'"],
    [['7070'], 'Unexpected argument'],
  ])('refuses %j with the reason', (args, reason) => {
    expect(() => parseCli(args)).toThrow(WrongUsage)
    expect(() => parseCli(args)).toThrow(reason)
  })
})
