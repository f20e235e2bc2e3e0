import type { Person } from './person'
import { busyOne, type LogLine } from './replica'
import type { Stage } from './stage'
import type { Tally } from './tally'

/** How much longer than its bound a stop may take, in milliseconds: the machine may be busy. */
const toleranceMs = 4000

const component = 'all-udp'
const openPort = 18_002

/** Stops a replica while a write gets no answer from the console, until it cuts the write off. */
export async function stopAtTheBound(stage: Stage, person: Person, tally: Tally): Promise<void> {
  const { rainbond, replicas, stopSeconds } = stage
  await stage.balance('guide')
  const { arrived } = rainbond.holdNextWrite('before')
  const answered = person.change(component, openPort, 'close_inner')
  const { id } = await arrived
  const replica = await busyOne(replicas)
  const linesBefore = replica.log().length
  const stoppedAt = performance.now()
  const exitCode = await replica.end('SIGTERM')
  const tookMs = performance.now() - stoppedAt
  const { status } = await answered
  const lines = replica.log().slice(linesBefore)
  await replica.start()

  const outcomes = lines.filter(({ event, requestId }) => event === 'write' && requestId === id)
  tally.check('the process ends with exit code 0', exitCode === 0, `${exitCode}`)
  tally.check(
    'it ends at its bound',
    tookMs >= stopSeconds * 1000 - 50 && tookMs < stopSeconds * 1000 + toleranceMs,
    `${Math.round(tookMs)} ms of ${stopSeconds} s`,
  )
  tally.check('the write was answered as failed', status === 0 || status >= 500, `${status}`)
  tally.check(
    'the audit trail says that its outcome is unclear',
    outcomes.some(({ outcome }) => outcome === 'unclear'),
    inWords(outcomes),
  )
  tally.check(
    'the last line says that something was cut off',
    lines.at(-1)?.event === 'stopped' && lines.at(-1)?.['cutOff'] === true,
    inWords(lines.slice(-1)),
  )
}

const inWords = (lines: readonly LogLine[]) => lines.map((line) => JSON.stringify(line)).join('; ')
