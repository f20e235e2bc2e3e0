import { until } from '../processes/child'
import { startLoad } from './load'
import { wasDone, type Person, type SentWrite } from './person'
import type { Stage } from './stage'
import type { Tally } from './tally'

const leastKills = 3
/** So many until one has struck a write at the console, which nearly every second does. */
const mostKills = 12

const unauthenticated = 401

/** What came of a list of writes, in words. */
function counted(writes: readonly SentWrite[]): string {
  const statuses = new Map<number, number>()
  for (const { status } of writes) statuses.set(status, (statuses.get(status) ?? 0) + 1)
  const failed = [...statuses].filter(([status]) => status < 200 || status >= 300)
  return [
    `${writes.filter(wasDone).length} done`,
    ...failed.map(([status, count]) => `${count} × ${status === 0 ? 'broken off' : status}`),
  ].join(', ')
}

/** A replica is killed and started again, now one and now the other, while somebody works. */
export async function killUnderLoad(
  { replicas, rainbond }: Stage,
  person: Person,
  tally: Tally,
): Promise<void> {
  const load = startLoad(person, rainbond)
  const { writes, reads } = person
  const arrivedOf = (write: SentWrite) => rainbond.timesArrived(write.id)
  const interrupted = () => writes.filter((write) => !wasDone(write) && arrivedOf(write) > 0)

  let kills = 0
  for (; kills < leastKills || (interrupted().length === 0 && kills < mostKills); kills += 1) {
    const victim = replicas[kills % 2 === 0 ? 0 : 1]
    await workGoesOn(person)
    await victim.end('SIGKILL')
    await Promise.all([workGoesOn(person), victim.start()])
    // nginx does not ask again at once; with the other one gone until then, nobody would be left.
    await until(
      () => victim.hasAnswered(),
      () => 'nginx sends nothing to a replica that is back',
    )
  }
  await workGoesOn(person)
  await load.stop()

  const failed = writes.filter((write) => !wasDone(write))
  console.log(`  ${kills} kills; ${writes.length} writes: ${counted(writes)}`)
  tally.check(
    'kills struck writes that were at the console',
    interrupted().length > 0,
    `${interrupted().length}, of which ${load.doneUnseen.length} are done all the same`,
  )
  tally.check(
    'every write that was answered as done reached the console and stands there',
    load.lost.length === 0 && writes.filter(wasDone).every((write) => arrivedOf(write) === 1),
    counted(writes.filter(wasDone)),
  )
  tally.check(
    'every write that was not done was answered with an error of a gateway in between',
    failed.every(({ status }) => status >= 500),
    counted(failed),
  )
  tally.check(
    'no write reached the console twice',
    writes.every((write) => arrivedOf(write) <= 1),
  )
  tally.check('no read failed: nginx asked the other one', reads.every(wasDone), `${reads.length} reads`)
  checkSession(person, tally)
}

/** Both replicas are stopped and started as the guide says, one after the other, while somebody works. */
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
    'every write reached the console once, and stands there',
    load.lost.length === 0 && writes.every((write) => rainbond.timesArrived(write.id) === 1),
  )
  checkSession(person, tally)
}

function checkSession({ reads, writes }: Person, tally: Tally) {
  const strangers = [...reads, ...writes].filter(({ status }) => status === unauthenticated)
  tally.check('the session was never lost', strangers.length === 0, `${strangers.length} × 401`)
}

/** Waits until some writes more have been answered. */
function workGoesOn({ writes }: Person): Promise<void> {
  const enough = writes.length + 12
  return until(
    () => writes.length >= enough,
    () => 'nobody gets any work done',
  )
}
