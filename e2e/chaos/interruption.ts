import type { GuideConfigOptions } from './guide-config'
import type { Person, SentWrite } from './person'
import { busyOne } from './replica'
import type { Stage } from './stage'
import type { Tally } from './tally'

/** Ports of the component: one to open, one to delete and one to add. */
const [closed, deleted, added] = [18_000, 18_001, 19_000] as const

/**
 * Kills the replica that sent a PUT, a DELETE and a POST to the console, after they were carried out and before they are
 * answered. Returns how often each arrived, and the answers to the person.
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
    // nginx alternates between the replicas. A read for the other one sends the next write to the same replica.
    await person.read('/session')
  }
  const replica = await busyOne(replicas)
  await replica.end('SIGKILL')
  const [sent] = await Promise.all([Promise.all(answers), replica.start()])
  return sent.map(({ action, status, arrivals }) => ({ action, status, times: arrivals }))
}

/** Compares the guide's configuration with nginx's default while a replica dies at the worst moment. */
export async function interruptWrites(stage: Stage, person: Person, tally: Tally): Promise<void> {
  const inWords = (results: Awaited<ReturnType<typeof interrupt>>) =>
    results.map(({ action, status, times }) => `${action} arrived ${times} ×, answered ${status}`).join('; ')

  const guided = await interrupt(stage, person, 'all-udp', 'guide')
  tally.check(
    'with the guide no write arrives twice, and each gets an error',
    guided.every(({ times, status }) => times === 1 && status === 502),
    inWords(guided),
  )
  const plain = await interrupt(stage, person, 'all-mysql', 'default')
  tally.check(
    'with nginx’s default PUT and DELETE arrive twice, POST does not',
    plain.map(({ times }) => times).join() === '2,2,1',
    inWords(plain),
  )
}
