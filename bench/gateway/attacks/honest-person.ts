import { startChild, until } from '../../../e2e/processes/child'
import { project } from '../../../e2e/processes/project'
import { createClient, percentile, type Target } from '../load'
import { residentMebibytes } from '../usage'
import type { Attack } from './attacks'

/** As many reads as one person causes with several tabs. */
const perSecond = 20
const sampleMs = 250

/** What an honest person met, and what the gateway needed. */
export interface Weather {
  /** Milliseconds of a read. */
  readonly p50: number
  readonly p99: number
  /** How many reads got no answer or another than 200. */
  readonly failed: number
  /** The gateway's most resident memory, in MiB. */
  readonly rss: number
  /** How many connections the attackers opened. */
  readonly connections: number
}

/** Starts the attacks in a process of their own, so that what they cost delays no answer to the honest person. */
const attack = (attacks: readonly Attack[], gatewayUrl: string) =>
  startChild({
    command: process.execPath,
    args: ['--import', 'tsx', 'bench/gateway/attacks/attackers.ts', ...attacks.map(({ name }) => name)],
    cwd: project,
    env: { GATEWAY: gatewayUrl },
    ready: (output) =>
      until(
        () => output().includes('attacking'),
        () => `The attacks did not start:\n${output()}`,
      ),
  })

/** Reads steadily for some milliseconds while the attacks run. */
export async function workUnder(
  attacks: readonly Attack[],
  gateway: Target,
  milliseconds: number,
): Promise<Weather> {
  const attackers = attacks.length === 0 ? undefined : await attack(attacks, gateway.url)
  const client = createClient(gateway)
  let rss = 0
  // Not from the metrics, which cost the gateway a few milliseconds.
  const watching = setInterval(() => (rss = Math.max(rss, residentMebibytes(gateway.pids()))), sampleMs)
  const { took, failed } = await client.paced(perSecond, milliseconds)
  clearInterval(watching)
  await attackers?.end('SIGTERM')
  await client.close()
  const connections = Number(/opened (\d+)/.exec(attackers?.output() ?? '')?.[1] ?? 0)
  return { p50: percentile(took, 0.5), p99: percentile(took, 0.99), failed, rss, connections }
}
