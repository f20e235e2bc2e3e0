import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { copyProject } from '../e2e/processes/project'

const programs = {
  start: ['scripts/serve.mjs', 'start'],
  dev: ['scripts/serve.mjs', 'dev'],
  emulator: ['scripts/run.mjs', 'emulator'],
} as const

let clone = ''
beforeAll(() => {
  clone = copyProject()
})
afterAll(() => rmSync(clone, { recursive: true, force: true }))

/** Runs a command of package.json in an unbuilt clone until it ends by itself. */
function run(
  script: keyof typeof programs,
  args: string[],
  env: Record<string, string> = {},
  nodeArgs: readonly string[] = [],
) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...nodeArgs, ...programs[script], ...args],
    {
      cwd: clone,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', PORT: '0', ...env },
      timeout: 50_000,
    },
  )
  return { status, stdout, stderr, isBuilt: existsSync(join(clone, 'dist')) }
}

describe.each(['start', 'dev'] as const)('the command %s', (script) => {
  test.each(['--help', '-h'])('%s names every setting, and builds and serves nothing', (option) => {
    const answer = run(script, [option])
    expect(answer).toMatchObject({ status: 0, stderr: '', isBuilt: false })
    expect(answer.stdout).toMatch(/^ {2}RAINBOND_URL /m)
    expect(answer.stdout).not.toContain('http://127.0.0.1')
  })

  test('refuses an unknown option before it builds', () => {
    const answer = run(script, ['--port', '8080'])
    expect(answer).toMatchObject({ status: 2, stdout: '', isBuilt: false })
    expect(answer.stderr).toContain('"--port"')
  })

  test('refuses invalid settings before it builds, and names each of them', () => {
    const answer = run(script, [], { RAINBOND_URL: 'console.test', READ_ONLY: 'yes' })
    expect(answer).toMatchObject({ status: 1, stdout: '', isBuilt: false })
    expect(answer.stderr).toContain('RAINBOND_URL must be')
    expect(answer.stderr).toContain('READ_ONLY must be')
  })

  test('names a port in use in one line before it builds', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void taken.close())
    await once(taken, 'listening')
    const address = taken.address()
    const port = address !== null && typeof address === 'object' ? address.port : 0
    const answer = run(script, [], { PORT: String(port) })
    expect(answer).toMatchObject({ status: 1, stdout: '', isBuilt: false })
    expect(answer.stderr).toMatch(new RegExp(`^Port ${port} of 127.0.0.1 is in use\\..*\\n$`))
  })

  test.each(['18.20.0', '20.18.3', '21.7.3', '22.12.0', '23.11.0'])(
    'refuses Node %s in one line',
    (version) => {
      const pose = `Object.defineProperty(process,'versions',{value:{...process.versions,node:'${version}'}})`
      const answer = run(script, [], {}, ['--import', `data:text/javascript,${pose}`])
      expect(answer).toMatchObject({ status: 1, stdout: '', isBuilt: false })
      expect(answer.stderr).toMatch(new RegExp(`^Portdeck needs Node .*; this is ${version}\\.\\n$`))
    },
  )
})

test.each([
  ['192.0.2.1', /^192\.0\.2\.1 isn’t an address of this machine\..*\n$/],
  ['nowhere.invalid', /^The host nowhere\.invalid can’t be resolved\..*\n$/],
  ['http://127.0.0.1', /HOST must be an IP address or a host name\n/],
  ['fe80::1%eth0', /HOST must be an IP address or a host name\n/],
])('the command start names a HOST that it cannot listen on before it builds: %s', (host, said) => {
  const answer = run('start', [], { HOST: host })
  expect(answer).toMatchObject({ status: 1, stdout: '', isBuilt: false })
  expect(answer.stderr).toMatch(said)
})

test('the emulator --help names its options, and serves nothing', () => {
  const answer = run('emulator', ['--help'])
  expect(answer).toMatchObject({ status: 0, stderr: '', isBuilt: false })
  expect(answer.stdout).toContain('--seed SEED')
  expect(run('emulator', ['--colour'])).toMatchObject({ status: 2, stdout: '' })
})
