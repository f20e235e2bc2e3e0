import { createClient, percentile, type Target } from './load'
import { setStage } from './stage'
import { cpuSeconds } from './usage'

/** Of all turns, the best one and the median. */
export interface Turns {
  readonly best: number
  readonly median: number
}

/** What one way to the console costs. */
export interface LaneCost {
  /** Reads per second at full speed. */
  readonly aSecond: Turns
  /** Reads per second of processor time, user and system, of everything on the way but the upstream. */
  readonly aCpuSecond: Turns
  /** Milliseconds at `perSecond`. */
  readonly p50: Turns
  readonly p99: Turns
}

export interface GatewayCost {
  /** The upstream without anything in front. */
  readonly bare: LaneCost
  /** nginx as a plain proxy. */
  readonly nginx: LaneCost
  /** The gateway, with reads of 16 components at once. */
  readonly gateway: LaneCost
  /** The gateway, with the same read 16 times at once. */
  readonly shared: LaneCost
  /** Reads per CPU-second, gateway ÷ nginx. */
  readonly ofNginx: number
  /** Milliseconds that the p99 is above nginx's. */
  readonly p99More: number
}

/** Milliseconds per turn. Turns alternate, so that other load on the machine affects all lanes alike. */
const turnMs = 1500
/** The load at which times are measured, in reads per second. */
export const perSecond = 200
/** Answers until the hot code is compiled. */
const warmUp = 6000

const lanes = ['bare', 'nginx', 'gateway', 'shared'] as const
type Lane = (typeof lanes)[number]

export interface MeasureOptions {
  /** Turns of each lane, first at full speed and then paced. */
  readonly rounds?: number
  /** A folder for a CPU profile of the gateway. */
  readonly profile?: string
}

/** Measures what a read of a component's ports costs, beside nginx. Needs nginx and a built gateway. */
export async function measureGateway({
  rounds = 6,
  profile = '',
}: MeasureOptions = {}): Promise<GatewayCost> {
  // One person sends everything.
  const stage = await setStage({ READ_BURST: '1000000' }, profile)
  const shared = { ...stage.gateway, paths: stage.gateway.paths.slice(0, 1) }
  try {
    return await compare({ bare: stage.bare, nginx: stage.nginx, gateway: stage.gateway, shared }, rounds)
  } finally {
    await stage.close()
  }
}

async function compare(targets: Record<Lane, Target>, rounds: number): Promise<GatewayCost> {
  const all = lanes.map((lane) => ({ lane, ...measuring(targets[lane]) }))
  for (const { warm } of all) await warm()
  for (let round = 0; round < rounds; round += 1) for (const { full } of all) await full()
  for (let round = 0; round < rounds; round += 1) for (const { paced } of all) await paced()
  for (const { close } of all) await close()
  const costOf = (lane: Lane) => all.find((one) => one.lane === lane)?.cost() ?? missing(lane)
  const [bare, nginx, gateway, withShared] = [
    costOf('bare'),
    costOf('nginx'),
    costOf('gateway'),
    costOf('shared'),
  ]
  return {
    bare,
    nginx,
    gateway,
    shared: withShared,
    // Other load on the machine only makes results worse, so the best turn is the most accurate.
    ofNginx: gateway.aCpuSecond.best / nginx.aCpuSecond.best,
    p99More: gateway.p99.best - nginx.p99.best,
  }
}

function missing(lane: string): never {
  throw new Error(`${lane} was not measured`)
}

function measuring(target: Target) {
  const client = createClient(target)
  const turns = {
    aSecond: [] as number[],
    aCpuSecond: [] as number[],
    p50: [] as number[],
    p99: [] as number[],
  }
  const turnsOf = (values: readonly number[], best: (...values: number[]) => number): Turns => ({
    best: best(...values),
    median: percentile(values, 0.5),
  })
  return {
    warm: async () => {
      for (let answers = 0, turn = 0; answers < warmUp && turn < 10; turn += 1)
        answers += await client.full(turnMs)
    },
    full: async () => {
      const [usedBefore, startedAt] = [cpuSeconds(target.pids()), performance.now()]
      const answers = await client.full(turnMs)
      turns.aSecond.push((answers / (performance.now() - startedAt)) * 1000)
      turns.aCpuSecond.push(answers / (cpuSeconds(target.pids()) - usedBefore))
    },
    paced: async () => {
      const { took, failed } = await client.paced(perSecond, turnMs)
      if (failed > 0) throw new Error(`${failed} reads failed`)
      turns.p50.push(percentile(took, 0.5))
      turns.p99.push(percentile(took, 0.99))
    },
    close: () => client.close(),
    cost: (): LaneCost => ({
      aSecond: turnsOf(turns.aSecond, Math.max),
      aCpuSecond: turnsOf(turns.aCpuSecond, Math.max),
      p50: turnsOf(turns.p50, Math.min),
      p99: turnsOf(turns.p99, Math.min),
    }),
  }
}
