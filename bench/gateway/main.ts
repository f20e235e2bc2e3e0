import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { type Attack, attacks } from './attacks/attacks'
import { workUnder } from './attacks/honest-person'
import { createClient, percentile } from './load'
import { soak } from './soak'
import { setStage } from './stage'
import { cpuSeconds } from './usage'

const { values: options } = parseArgs({
  options: {
    /** Duration of the soak in seconds; 0 for none. */
    soak: { type: 'string', default: '60' },
    /** Seconds of an honest person's work under each attack; 0 for none. */
    attacks: { type: 'string', default: '15' },
    /** Turns of each target, first at full speed and then paced. */
    rounds: { type: 'string', default: '6' },
    /** A folder for a CPU profile of the gateway. */
    profile: { type: 'string', default: '' },
  },
})

const rounds = Number(options.rounds)
/** Milliseconds per turn. Turns alternate, so that other load on the machine affects all targets alike. */
const turnMs = 1500
const perSecond = 200

const shown = (value: number, digits = 0) => value.toLocaleString('en', { maximumFractionDigits: digits })
const median = (values: readonly number[]) => percentile(values, 0.5)

// One person sends everything.
const stage = await setStage({ READ_BURST: '1000000' }, options.profile)
const lanes = [stage.bare, stage.nginx, stage.gateway].map((target) => ({
  target,
  client: createClient(target),
  aSecond: [] as number[],
  aCpuSecond: [] as number[],
  p50: [] as number[],
  p99: [] as number[],
}))

console.log(
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}; ${rounds} turns of each`,
)
// Warms up until the hot code is compiled.
for (const { client } of lanes) {
  for (let answers = 0, turn = 0; answers < 4000 && turn < 10; turn += 1) answers += await client.full(turnMs)
}
for (let round = 0; round < rounds; round += 1) {
  for (const { target, client, aSecond, aCpuSecond } of lanes) {
    const [usedBefore, startedAt] = [cpuSeconds(target.pids()), performance.now()]
    const answers = await client.full(turnMs)
    aSecond.push((answers / (performance.now() - startedAt)) * 1000)
    aCpuSecond.push(answers / (cpuSeconds(target.pids()) - usedBefore))
  }
}
for (let round = 0; round < rounds; round += 1) {
  for (const { client, p50, p99 } of lanes) {
    const { took, failed } = await client.paced(perSecond, turnMs)
    if (failed > 0) throw new Error(`${failed} reads failed`)
    p50.push(percentile(took, 0.5))
    p99.push(percentile(took, 0.99))
  }
}
for (const { client } of lanes) await client.close()

// Other load on the machine only makes results worse, so the best turn is the most accurate.
console.log('The best turn (in brackets the median of all turns):')
const best = lanes.map(({ target, aSecond, aCpuSecond, p50, p99 }) => {
  const most = (values: readonly number[]) => `${shown(Math.max(...values))} (${shown(median(values))})`
  const least = (values: readonly number[]) =>
    `${shown(Math.min(...values), 2)} (${shown(median(values), 2)})`
  console.log(
    `  ${target.name}: ${most(aSecond)} reads per second, ${most(aCpuSecond)} per CPU second; ` +
      `at ${perSecond} per second p50 ${least(p50)} ms, p99 ${least(p99)} ms`,
  )
  return { aCpuSecond: Math.max(...aCpuSecond), p99: Math.min(...p99) }
})
const [bare, nginx, gateway] = best
if (bare === undefined || nginx === undefined || gateway === undefined) throw new Error('not measured')
console.log(
  `Reads per CPU second, gateway ÷ nginx: ${shown(gateway.aCpuSecond / nginx.aCpuSecond, 3)} (target: 0.1 or more)`,
)
console.log(`p99, gateway − bare upstream: ${shown(gateway.p99 - bare.p99, 2)} ms (target: 3 ms or less)`)

if (Number(options.soak) > 0) {
  const { sessions, requests, rss, heap } = await soak(
    stage.gateway.url,
    stage.managementUrl,
    Number(options.soak) * 1000,
  )
  console.log(`Soak of ${options.soak} s: ${shown(sessions)} sessions, ${shown(requests)} requests`)
  for (const [name, { middle, last, ratio }] of Object.entries({ RSS: rss, 'heap used': heap })) {
    console.log(
      `  ${name}: ${shown(middle)} MiB in the second third, ${shown(last)} MiB in the last: ${shown(ratio, 3)}`,
    )
  }
}

/** The attacks at once go on for longer, so that their first second does not decide the p99. */
const soakTimes = 6
const attackSeconds = Number(options.attacks)
await stage.close()
if (attackSeconds > 0) {
  const stage = await setStage({})
  console.log(
    `An honest person under attack, ${attackSeconds} s each and ${soakTimes} times that for all at once:`,
  )
  const work = async (name: string, under: readonly Attack[], times = 1) => {
    const milliseconds = attackSeconds * 1000 * times
    const weather = await workUnder(under, stage.gateway, milliseconds)
    const { p50, p99, failed, rss, connections } = weather
    const memory = `the gateway at most ${shown(rss)} MiB RSS (limit of the manifest: 384)`
    const attackers =
      under.length === 0
        ? ''
        : `; ${shown(connections / (milliseconds / 1000))} connections opened per second`
    console.log(
      `  ${name}: p50 ${shown(p50, 1)} ms, p99 ${shown(p99, 1)} ms, ${failed} failed; ${memory}${attackers}`,
    )
    return weather
  }
  // Warms up until the hot code is compiled.
  await work('none, to warm up', [])
  const quiet = await work('none', [])
  for (const attack of attacks) await work(attack.name, [attack])
  const attacked = await work('all of them at once', attacks, soakTimes)
  console.log(`p99, attacked ÷ quiet: ${shown(attacked.p99 / quiet.p99, 2)} (target: 5 or less)`)
  await stage.close()
}
