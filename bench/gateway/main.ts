import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { type Attack, attacks } from './attacks/attacks'
import { workUnder } from './attacks/honest-person'
import { measureGateway, perSecond, type Turns } from './measure'
import { soak } from './soak'
import { setStage } from './stage'

const { values: options } = parseArgs({
  options: {
    /** Duration of the soak in seconds; 0 for none. */
    soak: { type: 'string', default: '60' },
    /** Seconds of an honest person's work under each attack; 0 for none. */
    attacks: { type: 'string', default: '15' },
    /** Turns of each way to the console, first at full speed and then paced; 0 for none. */
    rounds: { type: 'string', default: '6' },
    /** A folder for a CPU profile of the gateway. */
    profile: { type: 'string', default: '' },
  },
})

const rounds = Number(options.rounds)
const shown = (value: number, digits = 0) => value.toLocaleString('en', { maximumFractionDigits: digits })
const withMedian = ({ best, median }: Turns, digits = 0) =>
  `${shown(best, digits)} (${shown(median, digits)})`

if (rounds > 0) {
  console.log(
    `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}; ${rounds} turns of each`,
  )
  const { ofNginx, p99More, ...lanes } = await measureGateway({ rounds, profile: options.profile })
  console.log('The best turn (in brackets the median of all turns):')
  for (const [name, { aSecond, aCpuSecond, p50, p99 }] of Object.entries(lanes)) {
    console.log(
      `  ${name}: ${withMedian(aSecond)} reads per second, ${withMedian(aCpuSecond)} per CPU second; ` +
        `at ${perSecond} per second p50 ${withMedian(p50, 2)} ms, p99 ${withMedian(p99, 2)} ms`,
    )
  }
  console.log(`Reads per CPU second, gateway ÷ nginx: ${shown(ofNginx, 3)} (target: 0.2 or more)`)
  console.log(`p99, gateway − nginx: ${shown(p99More, 2)} ms (target: 2 ms or less)`)
}

if (Number(options.soak) > 0) {
  const stage = await setStage({ READ_BURST: '1000000' })
  const { sessions, requests, rss, heap } = await soak(
    stage.gateway.url,
    stage.managementUrl,
    Number(options.soak) * 1000,
  )
  await stage.close()
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
