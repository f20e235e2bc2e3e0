import fc from 'fast-check'
import { spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { createEmulator } from '../../../../emulator/create-emulator'
import { serveEmulator } from '../../../../emulator/hosts/node'
import { portSchema } from '../../../api/contract/port'
import { unwrapList } from '../../../api/contract/envelope'
import type { ComponentState } from '../../../domain/model/component'
import { arbitraryDesiredState, desiredOf } from '../../../domain/testing/arbitrary-desired-state'
import { arbitraryWorld, type World } from '../../../domain/testing/arbitrary-world'
import { componentOverHttp } from '../../../domain/testing/component-over-http'
import { reachable } from '../../../domain/testing/reachable-desired-state'
import { place, seedOf } from '../../../domain/testing/seed-of-world'
import { aConsole } from '../testing/many-consoles'
import { shareSpeech } from '../testing/share-speech'
import { runbook } from './runbook'
import type { SharedPart, SharedPlan } from './shared-plan'
import { shellScript } from './shell-script'

/** Commands start processes. */
const timeout = 240_000

const speech = shareSpeech('en')

const arbitraryScene = fc.array(fc.record({ world: arbitraryWorld, sketch: arbitraryDesiredState }), {
  minLength: 1,
  maxLength: 3,
})
type Scene = typeof arbitraryScene extends fc.Arbitrary<infer T> ? T : never

const emulatorOf = (world: World) => createEmulator({ seed: seedOf(world), now: () => new Date(0) })

const closedPort = (port: number) => ({
  ...{ port, protocol: 'http', alias: `P${String(port)}`, inner: false, outer: false },
  ...{ domain: 'web', rules: [] },
})

/** One component, of which three ports are to be deleted. */
const threePorts: Scene = [
  {
    world: {
      ...{ meshed: false, thirdParty: false, unfinished: false },
      ports: [81, 443, 8080].map(closedPort),
    },
    sketch: {
      ports: [
        [81, 'delete'],
        [443, 'delete'],
        [8080, 'delete'],
      ],
      ...{ aliases: [], rotates: false, internalDomain: null },
    },
  },
]

/** A console behind a socket that holds a component of each world, and the plan of a change of all of them. */
async function aStage(scene: Scene) {
  const faults: (string | null)[] = []
  const consoles = scene.map(({ world }, at) => aConsole(at, world, emulatorOf(world).fetch, faults))
  const served = await serveEmulator({
    port: 0,
    emulator: {
      fetch: (request) => {
        const found = consoles.find(({ target }) => request.url.includes(target.ref.component))
        return found ? found.fetch(request) : Promise.resolve(new Response(null, { status: 404 }))
      },
    },
  })
  const parts = await Promise.all(
    consoles.map(async ({ target, read }, at): Promise<SharedPart> => {
      const seen = await read()
      const asked = scene[at] ? desiredOf(scene[at].sketch, seen.ports) : { ports: new Map() }
      const { plan } = reachable(seen, asked)
      return { target, seen, plan }
    }),
  )
  const plan: SharedPlan = {
    ...{ action: 'Run it', team: 'Platform', console: null, writtenAt: new Date(0) },
    parts: parts.filter((part) => part.plan.steps.length > 0),
  }
  return { faults, consoles, plan, parts, served }
}

/** Runs a script in a real shell with a real curl. */
function run(script: string, url: string): Promise<{ stdout: string; stderr: string; code: number | null }> {
  const env = { PATH: process.env['PATH'], RAINBOND_URL: url, RAINBOND_TOKEN: place.token }
  const child = spawn('sh', ['-c', script], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  return new Promise((resolve) => child.once('close', (code) => resolve({ stdout, stderr, code })))
}

/** Returns what each component reads as where its steps are carried out by the planner's own means. */
function statesByPlan(scene: Scene, parts: readonly SharedPart[]): Promise<ComponentState[]> {
  return Promise.all(
    scene.map(async ({ world }, at) => {
      const component = componentOverHttp(emulatorOf(world).fetch, world.meshed)
      await component.run(parts[at]?.plan.steps ?? [])
      return component.read()
    }),
  )
}

interface Chapter {
  steps: string[]
  check: string
  expected: string[][]
  back: string[]
}

/** Reads a runbook as a person does: the commands below each heading, and the table of what is expected. */
function chaptersOf(text: string): Chapter[] {
  return text
    .split(/^## /m)
    .filter((chapter) => chapter.includes('\n### Steps\n'))
    .map((chapter) => {
      const [, steps = '', check = '', back = ''] = chapter.split(/^### .*$/m)
      const rows = check.split('\n').filter((line) => line.startsWith('| '))
      return {
        steps: commandsOf(steps),
        check: commandsOf(check)[0] ?? '',
        expected: rows.slice(2).map((row) => row.slice(2, -2).replaceAll('\\', '').split(' | ')),
        back: commandsOf(back),
      }
    })
}

const commandsOf = (section: string) =>
  [...section.matchAll(/^ *```sh\n([^]*?)\n *```$/gm)].map(([, command = '']) => command)

const inOrder = (ports: ComponentState['ports']) =>
  ports.toSorted((one, other) => one.container_port - other.container_port)

describe('against the emulator, with a real shell and curl', () => {
  it(
    'the script brings what the plan brings',
    () =>
      fc.assert(
        fc.asyncProperty(arbitraryScene, async (scene) => {
          const { plan, parts, consoles, served } = await aStage(scene)
          fc.pre(plan.parts.length > 0)
          const { stdout, stderr, code } = await run(shellScript(plan, speech), served.url)
          await served.close()
          expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
          expect(stdout).toMatch(/\nAll steps are done\.\n$/)
          expect(await Promise.all(consoles.map(({ read }) => read()))).toEqual(
            await statesByPlan(scene, parts),
          )
        }),
        { seed: 20261128, numRuns: 12 },
      ),
    timeout,
  )

  it(
    'the commands of the runbook bring what the plan brings, the check tells it, and the way back leads back',
    () =>
      fc.assert(
        fc.asyncProperty(arbitraryScene, async (scene) => {
          const { plan, parts, consoles, served } = await aStage(scene)
          fc.pre(plan.parts.length > 0)
          const chapters = chaptersOf(runbook(plan, speech))
          expect(chapters.map(({ steps }) => steps.length)).toEqual(
            plan.parts.map((part) => part.plan.steps.length),
          )
          for (const command of chapters.flatMap(({ steps }) => steps))
            expect(await run(command, served.url)).toMatchObject({ stderr: '', code: 0 })
          expect(await Promise.all(consoles.map(({ read }) => read()))).toEqual(
            await statesByPlan(scene, parts),
          )

          for (const [at, { check, expected, back }] of chapters.entries()) {
            const { stdout } = await run(check, served.url)
            const listed = unwrapList(JSON.parse(stdout))
            const ports = Array.isArray(listed) ? listed.map((port) => portSchema.parse(port)) : []
            for (const [number, ...cells] of expected) {
              const port = ports.find(({ container_port }) => String(container_port) === number)
              expect(cells).toEqual(
                port
                  ? [
                      port.protocol,
                      port.port_alias,
                      String(port.is_inner_service),
                      String(port.is_outer_service),
                      port.k8s_service_name,
                    ]
                  : ['not listed', '', '', '', ''],
              )
            }
            for (const command of back) expect(await run(command, served.url)).toMatchObject({ code: 0 })
            const part = plan.parts[at]
            if (back.length === 0 || !part) continue
            const now = await consoles.find(({ target }) => target === part.target)?.read()
            expect(inOrder(now?.ports ?? [])).toEqual(inOrder(part.seen.ports))
          }
          await served.close()
        }),
        { seed: 20261128, numRuns: 10 },
      ),
    timeout,
  )

  it('a refusal in the middle stops the script, which says at which step, why, and what is left', async () => {
    const { plan, faults, consoles, served } = await aStage(threePorts)
    faults.push(null, 'licence')
    const { stdout, stderr, code } = await run(shellScript(plan, speech), served.url)
    await served.close()
    expect(code).toBe(5)
    expect(stdout).toBe('1. shop / web: Delete port 81\n2. shop / web: Delete port 443\n')
    expect(stderr).toContain('returned error: 4')
    expect(stderr).toMatch(
      /\nStopped at this step\. .*:\n2\. shop \/ web: Delete port 443\nNot started:\n3\. shop/,
    )
    expect(consoles[0]?.writes.map(({ tookEffect }) => tookEffect)).toEqual([true, false])
  })

  it.each([
    ['RAINBOND_TOKEN', 'Set RAINBOND_TOKEN to your Rainbond access token.'],
    ['RAINBOND_URL', 'Set RAINBOND_URL to the address'],
  ])('without %s nothing is sent', async (variable, message) => {
    const { plan, consoles, served } = await aStage(threePorts)
    const { stderr, code } = await run(`unset ${variable}\n${shellScript(plan, speech)}`, served.url)
    await served.close()
    expect(code).toBe(3)
    expect(stderr).toContain(message)
    expect(consoles[0]?.writes).toEqual([])
  })
})
