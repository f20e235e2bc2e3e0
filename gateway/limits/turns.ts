import { Refusal } from '../http/refusal'
import type { StopSignal } from '../http/stop'
import { createOneByOne } from './one-by-one'

export interface TurnsOptions {
  /**
   * How many calls may be at the console at once in total. For one cluster, at most as many run as turns are free, so that
   * some are left for others however many clusters hang.
   */
  readonly inAll: number
  /** How many turns one person may hold at once. */
  readonly perPerson: (person: string) => number
  /** How many may wait in total, and how many of one person. */
  readonly waiting: number
  readonly waitingPerPerson: number
  /** Milliseconds that one may wait. */
  readonly waitMs: number
  /** Runs the refusals of those that waited too long, which often come together. */
  readonly oneByOne?: (task: () => void) => void
}

/** Who needs a turn, and for which cluster. */
export interface TurnAsker {
  readonly person: string
  readonly cluster?: string | undefined
}

export interface Turn {
  /** Lets others call the console. The person's own share stays taken until `end`. */
  answered(): void
  /** Ends the turn. */
  end(): void
}

export interface Turns {
  /**
   * Waits for a turn. When one is free, the waiting people get it in rotation, however many calls of each are waiting;
   * nobody at a limit of their own holds up the others.
   * @throws Refusal `throttled` if too many are waiting or the wait is too long, or the signal's reason once it aborts
   */
  take(asker: TurnAsker, signal: StopSignal): Promise<Turn>
  /** Returns how many calls are at the console. */
  readonly running: () => number
  readonly waiting: () => number
}

interface Waiter {
  readonly asker: TurnAsker
  readonly start: () => void
}

/** Counts by key, and forgets the keys at zero. */
function createTally() {
  const counts = new Map<string, number>()
  const of = (key: string) => counts.get(key) ?? 0
  return {
    of,
    add(key: string, by: 1 | -1) {
      const count = of(key) + by
      if (count === 0) counts.delete(key)
      else counts.set(key, count)
    },
  }
}

const tooMany = () => new Refusal('throttled', { status: 503, retryAfter: 1 })

/** Rainbond's database compares the names of clusters without regard to case and accents. */
const clusterKey = (cluster: string) => cluster.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Limits how many calls run at once, so that nobody and no slow cluster can use up all of them. */
export function createTurns(options: TurnsOptions): Turns {
  const byPerson = createTally()
  const byCluster = createTally()
  /** By person, the one whose turn is next first. */
  const queues = new Map<string, Waiter[]>()
  const oneByOne = options.oneByOne ?? createOneByOne()
  let running = 0
  let waiting = 0

  const mayStart = ({ person, cluster }: TurnAsker) =>
    running < options.inAll &&
    byPerson.of(person) < options.perPerson(person) &&
    (cluster === undefined || byCluster.of(cluster) < options.inAll - running)

  function start({ person, cluster }: TurnAsker): Turn {
    running += 1
    byPerson.add(person, 1)
    if (cluster !== undefined) byCluster.add(cluster, 1)
    let atConsole = true
    let held = true
    const leaveConsole = () => {
      if (!atConsole) return
      atConsole = false
      running -= 1
      if (cluster !== undefined) byCluster.add(cluster, -1)
    }
    return {
      answered() {
        leaveConsole()
        startNext()
      },
      end() {
        leaveConsole()
        if (held) byPerson.add(person, -1)
        held = false
        startNext()
      },
    }
  }

  function startNext() {
    if (waiting === 0 || running >= options.inAll) return
    for (const [person, queue] of queues) {
      const next = queue.find(({ asker }) => mayStart(asker))
      if (next === undefined) continue
      leaveQueue(next)
      // Their other calls come after everybody else's next one.
      if (queues.delete(person) && queue.length > 0) queues.set(person, queue)
      next.start()
      startNext()
      return
    }
  }

  function leaveQueue(waiter: Waiter) {
    const { person } = waiter.asker
    const queue = queues.get(person) ?? []
    queue.splice(queue.indexOf(waiter), 1)
    waiting -= 1
    if (queue.length === 0) queues.delete(person)
  }

  return {
    take({ person, cluster }, signal) {
      const asker = { person, cluster: cluster === undefined ? undefined : clusterKey(cluster) }
      if (mayStart(asker)) return Promise.resolve(start(asker))
      const queue = queues.get(person) ?? []
      if (waiting >= options.waiting || queue.length >= options.waitingPerPerson) {
        return Promise.reject(tooMany())
      }
      return new Promise((resolve, reject) => {
        let isWaiting = true
        const stopWaiting = () => {
          isWaiting = false
          clearTimeout(timer)
          signal.removeEventListener('abort', giveUp)
        }
        const refuse = (reason: unknown) => {
          stopWaiting()
          leaveQueue(waiter)
          reject(reason instanceof Error ? reason : new Error('given up'))
        }
        const giveUp = () => refuse(signal.reason)
        const waiter: Waiter = {
          asker,
          start() {
            stopWaiting()
            resolve(start(asker))
          },
        }
        const expire = () => isWaiting && refuse(tooMany())
        const timer = setTimeout(() => oneByOne(expire), options.waitMs)
        queue.push(waiter)
        queues.set(person, queue)
        waiting += 1
        signal.addEventListener('abort', giveUp, { once: true })
      })
    },
    running: () => running,
    waiting: () => waiting,
  }
}
