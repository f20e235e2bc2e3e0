import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
function run(script: keyof typeof programs, args: string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...programs[script], ...args], {
    cwd: clone,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', ...env },
    timeout: 50_000,
  })
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
})

test('the emulator --help names its options, and serves nothing', () => {
  const answer = run('emulator', ['--help'])
  expect(answer).toMatchObject({ status: 0, stderr: '', isBuilt: false })
  expect(answer.stdout).toContain('--seed SEED')
  expect(run('emulator', ['--colour'])).toMatchObject({ status: 2, stdout: '' })
})
