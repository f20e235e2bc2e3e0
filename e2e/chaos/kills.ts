import { until } from '../processes/child'
import { startLoad } from './load'
import { wasDone, type Person, type SentWrite } from './person'
import type { Stage } from './stage'
import type { Tally } from './tally'

const leastKills = 3
/** The most kills until one interrupts a write at the console. About every second one does. */
const mostKills = 12

const unauthenticated = 401

/** Describes the outcomes of writes. */
function counted(writes: readonly SentWrite[]): string {
  const statuses = new Map<number, number>()
  for (const { status } of writes) statuses.set(status, (statuses.get(status) ?? 0) + 1)
  const failed = [...statuses].filter(([status]) => status < 200 || status >= 300)
  return [
    `${writes.filter(wasDone).length} done`,
    ...failed.map(([status, count]) => `${count} × ${status === 0 ? 'broken off' : status}`),
  ].join(', ')
}

/** Kills and restarts the replicas in turn while somebody works. */
export async function killUnderLoad(
  { replicas, rainbond }: Stage,
  person: Person,
  tally: Tally,
): Promise<void> {
  const load = startLoad(person, rainbond)
  const { writes, reads } = person
  const interrupted = () => writes.filter((write) => !wasDone(write) && write.arrivals > 0)

  let kills = 0
  for (; kills < leastKills || (interrupted().length === 0 && kills < mostKills); kills += 1) {
    const victim = replicas[kills % 2 === 0 ? 0 : 1]
    await workGoesOn(person)
    await victim.end('SIGKILL')
    await Promise.all([workGoesOn(person), victim.start()])
    // nginx does not retry a failed replica at once. Killing the other one before would leave none.
    await until(
      () => victim.hasAnswered(),
      () => 'nginx sends nothing to the restarted replica',
    )
  }
  await workGoesOn(person)
  await load.stop()

  const failed = writes.filter((write) => !wasDone(write))
  console.log(`  ${kills} kills; ${writes.length} writes: ${counted(writes)}`)
  tally.check(
    'kills interrupted writes at the console',
    interrupted().length > 0,
    `${interrupted().length}, of which ${load.doneUnseen.length} were carried out`,
  )
  tally.check(
    'every write answered as done reached the console and took effect',
    load.lost.length === 0 && writes.filter(wasDone).every((write) => write.arrivals === 1),
    counted(writes.filter(wasDone)),
  )
  tally.check(
    'every other write was answered with an error of a gateway',
    failed.every(({ status }) => status >= 500),
    counted(failed),
  )
  tally.check(
    'no write reached the console twice',
    writes.every((write) => write.arrivals <= 1),
  )
  tally.check(
    'no read failed, because nginx retried the other replica',
    reads.every(wasDone),
    `${reads.length} reads`,
  )
  checkSession(person, tally)
}

/** Restarts both replicas in turn as the guide says while somebody works. */
export async function restartUnderLoad(
  { replicas, rainbond, restart }: Stage,
  person: Person,
  tally: Tally,
): Promise<void> {
  const load = startLoad(person, rainbond)
  for (const replica of replicas) {
    await workGoesOn(person)
    await restart(replica)
  }
  await workGoesOn(person)
  await load.stop()
  const { writes, reads } = person
  tally.check('no write failed', writes.every(wasDone), counted(writes))
  tally.check('no read failed', reads.every(wasDone), `${reads.length} reads`)
  tally.check(
    'every write reached the console once and took effect',
    load.lost.length === 0 && writes.every((write) => write.arrivals === 1),
  )
  checkSession(person, tally)
}

function checkSession({ reads, writes }: Person, tally: Tally) {
  const strangers = [...reads, ...writes].filter(({ status }) => status === unauthenticated)
  tally.check('the session was never lost', strangers.length === 0, `${strangers.length} × 401`)
}

/** Waits for the answers to some more writes. */
function workGoesOn({ writes }: Person): Promise<void> {
  const enough = writes.length + 12
  return until(
    () => writes.length >= enough,
    () => 'no more writes are answered',
  )
}
