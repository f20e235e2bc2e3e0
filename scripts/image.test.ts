import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { freePort, startChild, until } from '../e2e/processes/child'
import { project } from '../e2e/processes/project'

const dockerfile = readFileSync(join(project, 'deploy/Dockerfile'), 'utf8')
const final = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '))

const lockSchema = z.object({
  packages: z.record(z.string(), z.object({ dev: z.optional(z.boolean()) })),
})

/** Returns the words of a JSON command of the Dockerfile. */
const command = (name: string) =>
  z.array(z.string()).parse(JSON.parse(new RegExp(`^${name} (\\[.*\\])$`, 'm').exec(final)?.[1] ?? ''))

/** The settings of the image, without its ports. */
const settings = Object.fromEntries(
  [...final.matchAll(/(?:ENV|^) +([A-Z_]+)=(\S+)/gm)].map(([, name = '', value = '']) => [name, value]),
)

// Node 20 lacks this option, for which the gateway has a replacement.
const runnable = (args: readonly string[]) =>
  args.slice(1).filter((arg) => arg !== '--disable-sigusr1' || process.allowedNodeEnvironmentFlags.has(arg))

let image = ''
beforeAll(async () => {
  image = mkdtempSync(join(tmpdir(), 'portdeck-image-'))
  await build({
    root: project,
    configFile: join(project, 'vite.gateway.config.ts'),
    logLevel: 'error',
    build: { outDir: join(image, 'dist-gateway') },
  })
  mkdirSync(join(image, 'dist'))
  writeFileSync(join(image, 'dist/index.html'), '<!doctype html><title>Portdeck</title>')
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')))
  for (const [path, { dev }] of Object.entries(packages)) {
    // A package inside of another one comes with it.
    if (path === '' || dev === true || path.lastIndexOf('node_modules/') > 0) continue
    mkdirSync(dirname(join(image, path)), { recursive: true })
    symlinkSync(join(project, path), join(image, path))
  }
  for (const name of ['package.json', 'deploy/health.mjs']) cpSync(join(project, name), join(image, name))
})
afterAll(() => rmSync(image, { recursive: true, force: true }))

async function start(env: Record<string, string>) {
  return startChild({
    command: process.execPath,
    args: runnable(command('CMD')),
    cwd: image,
    env: { ...settings, PORT: '0', ...env },
    ready: (output) =>
      until(
        () => output().includes('Portdeck: http'),
        () => output(),
      ),
  })
}

describe('the image', () => {
  test('holds what the build copies, and no compiler', () => {
    expect([...final.matchAll(/^COPY --from=build \/portdeck\/(\S+) /gm)].map(([, path]) => path)).toEqual([
      'package.json',
      'node_modules',
      'dist',
      'dist-gateway',
      'deploy/health.mjs',
    ])
    const { packages } = lockSchema.parse(
      JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')),
    )
    for (const name of ['tsx', 'esbuild', 'vite', 'rolldown'])
      expect(packages[`node_modules/${name}`]?.dev, name).toBe(true)
  })

  test('has a full version of its base', () => {
    expect(dockerfile).toMatch(/^ARG NODE_IMAGE=node:\d+\.\d+\.\d+-/m)
    expect([...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base)).toEqual([
      '${NODE_IMAGE}',
      '${NODE_IMAGE}',
    ])
  })

  test.each(['127.0.0.1', '0.0.0.0', '127.0.0.2'])(
    'starts with nothing but its files, and is healthy while it listens on %s',
    async (host) => {
      const management = await freePort()
      const env = { DEMO: '1', HOST: host, MANAGEMENT_PORT: String(management) }
      const portdeck = await start(env)
      const isHealthy = () =>
        spawnSync(process.execPath, command('HEALTHCHECK.* CMD').slice(1), { cwd: image, env }).status
      expect(isHealthy()).toBe(0)
      const url = /Portdeck: (\S+)/.exec(portdeck.output())?.[1] ?? ''
      const session = await fetch(`${url}/session`)
      expect([session.status, await session.json()]).toMatchObject([200, { demo: true }])
      expect(await portdeck.end('SIGTERM')).toBe(0)
      expect(isHealthy()).toBe(1)
    },
  )

  test('refuses to start without a console', async () => {
    const child = spawn(process.execPath, runnable(command('CMD')), {
      cwd: image,
      env: { ...settings, PORT: '0' },
    })
    let said = ''
    child.stderr.on('data', (text: Buffer) => (said += text.toString()))
    await once(child, 'close')
    expect(child.exitCode).toBe(1)
    expect(said).toContain('RAINBOND_URL is missing')
  })

  test('opens no inspector on SIGUSR1', async () => {
    const portdeck = await start({ DEMO: '1', HOST: '127.0.0.1', MANAGEMENT_PORT: '0' })
    process.kill(portdeck.pid, 'SIGUSR1')
    const url = /Portdeck: (\S+)/.exec(portdeck.output())?.[1] ?? ''
    for (let asked = 0; asked < 20; asked += 1) expect((await fetch(`${url}/session`)).status).toBe(200)
    expect(await portdeck.end('SIGTERM')).toBe(0)
    expect(portdeck.output()).not.toContain('Debugger')
  })
})
