import type { GuideConfigOptions } from './guide-config'
import type { Person, SentWrite } from './person'
import { busyOne } from './replica'
import type { Stage } from './stage'
import type { Tally } from './tally'

/** Ports of a component in the world of the tests: one that is closed, one to be deleted, and one that is not there. */
const [closed, deleted, added] = [18_000, 18_001, 19_000] as const

/**
 * Kills the replica that brought a PUT, a DELETE and a POST to the console, after they were carried out and before they
 * are answered. Gives how often each arrived, and what the person was answered.
 */
async function interrupt(
  stage: Stage,
  person: Person,
  component: string,
  retries: GuideConfigOptions['retries'],
) {
  const { rainbond, replicas } = stage
  await stage.balance(retries)
  const answers: Promise<SentWrite>[] = []
  for (const write of [
    () => person.change(component, closed, 'open_inner'),
    () => person.remove(component, deleted),
    () => person.add(component, added),
  ]) {
    const { arrived } = rainbond.holdNextWrite('after')
    answers.push(write())
    await arrived
    // The replicas take turns: after a read for the other one the next write comes to the same.
    await person.read('/session')
  }
  const replica = await busyOne(replicas)
  await replica.end('SIGKILL')
  const [sent] = await Promise.all([Promise.all(answers), replica.start()])
  return sent.map(({ id, action, status }) => ({ action, status, times: rainbond.timesArrived(id) }))
}

/** The same writes with the guide's configuration and with nginx's own way, while a replica dies at the worst moment. */
export async function interruptWrites(stage: Stage, person: Person, tally: Tally): Promise<void> {
  const inWords = (came: Awaited<ReturnType<typeof interrupt>>) =>
    came.map(({ action, status, times }) => `${action} arrived ${times} ×, answered ${status}`).join('; ')

  const guided = await interrupt(stage, person, 'all-udp', 'guide')
  tally.check(
    'with the guide no write is doubled, and each is answered with an error',
    guided.every(({ times, status }) => times === 1 && status === 502),
    inWords(guided),
  )
  const plain = await interrupt(stage, person, 'all-mysql', 'default')
  tally.check(
    'with nginx’s default PUT and DELETE are doubled, POST is not',
    plain.map(({ times }) => times).join() === '2,2,1',
    inWords(plain),
  )
}
