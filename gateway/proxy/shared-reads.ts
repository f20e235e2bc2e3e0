import type { ClientWatch } from '../http/client-watch'
import { Refusal } from '../http/refusal'
import { Stop, type StopSignal } from '../http/stop'

/** More callers of one read than a person has tabs. Further ones are counted by the limits of calls again. */
const mostCallers = 64

export interface SharedRead<Answer> {
  /** The session and what it reads: only the same person with the same token shares an answer. */
  readonly key: string
  /** What a write may change: the team, or everything where teams are not told apart. */
  readonly scope: string
  readonly client: ClientWatch
  /**
   * Asks the console.
   * @param gone aborts when the client of every caller is gone
   * @param left resolves when the answer has left to all of them
   */
  readonly start: (gone: StopSignal, left: Promise<void>) => Promise<Answer>
}

export interface SharedReads<Answer> {
  /**
   * Resolves with the answer to the same read that is under way, or starts it. Nothing is kept once it is answered.
   * @throws what `start` throws; Refusal `timeout` once this caller's client is gone
   */
  read(read: SharedRead<Answer>): Promise<Answer>
  /**
   * Tells that a write is about to be sent. Until the returned function tells of its end, no read of the scope is shared,
   * and no read that began before its end is shared with one that comes later.
   */
  writing(scope: string): () => void
}

interface Caller<Answer> {
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

interface Flight<Answer> {
  readonly callers: Set<Caller<Answer>>
  readonly stop: Stop
  /** How many callers' answers have not left. */
  unsent: number
  settled: boolean
  readonly allLeft: () => void
}

interface Scope<Answer> {
  writes: number
  readonly flights: Map<string, Flight<Answer>>
}

const gaveUp = () => new Refusal('timeout', { detail: 'The client is gone.' })

export function createSharedReads<Answer>(): SharedReads<Answer> {
  const scopes = new Map<string, Scope<Answer>>()

  function scopeOf(name: string): Scope<Answer> {
    const known = scopes.get(name)
    if (known !== undefined) return known
    const scope = { writes: 0, flights: new Map<string, Flight<Answer>>() }
    scopes.set(name, scope)
    return scope
  }

  function forget(name: string, scope: Scope<Answer>, key: string, flight: Flight<Answer>) {
    if (scope.flights.get(key) === flight) scope.flights.delete(key)
    if (scope.flights.size === 0 && scope.writes === 0 && scopes.get(name) === scope) scopes.delete(name)
  }

  function launch({ key, scope: name, start }: SharedRead<Answer>): Flight<Answer> {
    const scope = scopeOf(name)
    let allLeft: () => void = () => undefined
    const left = new Promise<void>((resolve) => {
      allLeft = resolve
    })
    const flight: Flight<Answer> = {
      callers: new Set(),
      stop: new Stop(),
      unsent: 0,
      settled: false,
      allLeft,
    }
    // While a write runs, nobody can tell whether the answer knows of it.
    if (scope.writes === 0) scope.flights.set(key, flight)
    const settle = (tell: (caller: Caller<Answer>) => void) => {
      forget(name, scope, key, flight)
      flight.settled = true
      if (flight.unsent === 0) allLeft()
      for (const caller of flight.callers) tell(caller)
    }
    start(flight.stop, left).then(
      (answer) => settle(({ resolve }) => resolve(answer)),
      (error: unknown) => settle(({ reject }) => reject(error)),
    )
    return flight
  }

  function joinable({ key, scope }: SharedRead<Answer>): Flight<Answer> | undefined {
    const flight = scopes.get(scope)?.flights.get(key)
    return flight !== undefined && flight.callers.size < mostCallers && !flight.stop.aborted
      ? flight
      : undefined
  }

  return {
    read(read) {
      const { client } = read
      const flight = joinable(read) ?? launch(read)
      flight.unsent += 1
      void client.left.then(() => {
        flight.unsent -= 1
        if (flight.settled && flight.unsent === 0) flight.allLeft()
      })
      return new Promise((resolve, reject) => {
        const caller = { resolve, reject }
        flight.callers.add(caller)
        const leave = () => {
          if (flight.settled) return
          // The last one hears of the end of the call itself.
          if (flight.callers.size === 1 && flight.callers.has(caller)) flight.stop.abort()
          else if (flight.callers.delete(caller)) reject(gaveUp())
        }
        if (client.gone.aborted) leave()
        else client.gone.addEventListener('abort', leave)
      })
    },
    writing(name) {
      const scope = scopeOf(name)
      scope.writes += 1
      scope.flights.clear()
      let isRunning = true
      return () => {
        if (isRunning) scope.writes -= 1
        isRunning = false
        if (scope.writes === 0 && scope.flights.size === 0 && scopes.get(name) === scope) scopes.delete(name)
      }
    },
  }
}
