import type { GuideConfigOptions } from './guide-config'
import type { Person, SentWrite } from './person'
import { busyOne } from './replica'
import type { Stage } from './stage'
import type { Tally } from './tally'

/** Kills the replica that brought a write to the console, after it was carried out and before it is answered. */
async function interrupt(
  stage: Stage,
  retries: GuideConfigOptions['retries'],
  write: () => Promise<SentWrite>,
) {
  await stage.balance(retries)
  const { arrived } = stage.rainbond.holdNextWrite('after')
  const answered = write()
  await arrived
  const replica = await busyOne(stage.replicas)
  await replica.end('SIGKILL')
  const { id, status } = await answered
  await replica.start()
  return { times: stage.rainbond.timesArrived(id), status }
}

/**
 * The same three writes with the guide's configuration and with nginx's own way, in each of which a replica dies at the
 * worst moment.
 */
export async function interruptWrites(stage: Stage, person: Person, tally: Tally): Promise<void> {
  for (const retries of ['guide', 'default'] as const) {
    const component = retries === 'guide' ? 'all-udp' : 'all-mysql'
    const put = await interrupt(stage, retries, () => person.change(component, 18_000, 'open_inner'))
    const del = await interrupt(stage, retries, () => person.remove(component, 18_001))
    const post = await interrupt(stage, retries, () => person.add(component, 19_000))
    const inWords = Object.entries({ PUT: put, DELETE: del, POST: post })
      .map(([method, { times, status }]) => `${method} arrived ${times} ×, answered ${status}`)
      .join('; ')
    const all = [put, del, post]
    if (retries === 'guide') {
      tally.check(
        'with the guide no write is doubled',
        all.every(({ times }) => times === 1),
        inWords,
      )
      tally.check(
        'and each is answered with an error',
        all.every(({ status }) => status === 502),
      )
    } else {
      tally.check(
        'with nginx’s default PUT and DELETE are doubled, POST is not',
        put.times === 2 && del.times === 2 && post.times === 1,
        inWords,
      )
    }
  }
  await stage.balance('guide')
}
