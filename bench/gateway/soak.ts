import { request } from 'undici'
import { benchPaths } from './paths'
import { percentile } from './load'
import { signIn } from './stage'
import { memoryOf } from './usage'

const readsOfSession = 4
const sessionsAtOnce = 8
const sampleMs = 1000

interface Sample {
  readonly rss: number
  readonly heap: number
}

const medianOf = (samples: readonly Sample[], field: keyof Sample) =>
  percentile(
    samples.map((sample) => sample[field]),
    0.5,
  )

/**
 * Signs in repeatedly, reads a little in each session, and samples the gateway's memory every second. By the second third
 * of the time, all its bounded caches are full.
 */
export async function soak(gatewayUrl: string, managementUrl: string, milliseconds: number) {
  const end = performance.now() + milliseconds
  const samples: Sample[] = []
  let sessions = 0

  async function people() {
    while (performance.now() < end) {
      const cookie = await signIn(gatewayUrl)
      sessions += 1
      for (let read = 0; read < readsOfSession; read += 1) {
        const answer = await request(gatewayUrl + benchPaths.ports, { headers: { cookie } })
        await answer.body.dump()
        if (answer.statusCode !== 200) throw new Error(`The gateway answered ${answer.statusCode}`)
      }
    }
  }

  async function watch() {
    while (performance.now() < end) {
      samples.push(await memoryOf(managementUrl))
      await new Promise((resolve) => setTimeout(resolve, sampleMs))
    }
  }

  await Promise.all([watch(), ...Array.from({ length: sessionsAtOnce }, people)])
  const third = Math.floor(samples.length / 3)
  const middle = samples.slice(third, 2 * third)
  const last = samples.slice(2 * third)
  const compared = (field: keyof Sample) => ({
    middle: medianOf(middle, field),
    last: medianOf(last, field),
    ratio: medianOf(last, field) / medianOf(middle, field),
  })
  return { sessions, requests: sessions * (readsOfSession + 1), rss: compared('rss'), heap: compared('heap') }
}
