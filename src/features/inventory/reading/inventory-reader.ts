import { CancelledError, type QueryClient } from '@tanstack/react-query'
import { type ApiError, asApiError } from '../../../api/errors/errors'
import { createRests, stopsAll } from '../../../api/rests'
import { createEmitter, createKeyedEmitter } from '../../../lib/emitter'
import type { Target } from '../../change/engine/target'
import { appOf, createPart, createPartQueue, isMoved, partId, portsPartId } from './parts'
import type { Part, PartSubject } from './parts'
import { type InventoryState, stateOf } from './inventory-state'
import { createPartWatches } from './part-watches'
import { type InventoryPlace, knownApps, knownTargets, refOf } from './targets'

/** How many requests run side by side. The gateway lets a person have 16, which leaves some for what they do meanwhile. */
const atOnce = 12

/** Milliseconds. What was read so recently isn't read again when somebody comes back to the page. */
const youngMs = 120_000

/** Milliseconds until a component that a change keeps busy is looked at again. */
const busyMs = 500

/** How far the ports of one component are. */
export type ComponentReading = Pick<Part, 'status' | 'error'>

export interface InventoryReader {
  subscribe: (listener: () => void) => () => void
  /** The same object until something changes. */
  state: () => InventoryState
  subscribeComponent: (component: string, listener: () => void) => () => void
  /** The same object until something about this component changes. */
  component: (component: string) => ComponentReading | undefined
  /** Starts or goes on. What is in the cache and was read within two minutes is not read again. */
  start: () => void
  /** Sends no further request until `start`, `refresh` or `retry`; those under way still arrive. */
  stop: () => void
  /** Reads everything again. */
  refresh: () => void
  /** Reads again what failed: one part, or all of them. */
  retry: (id?: string) => void
  /** Follows lists that something else has put into the cache, such as those of an earlier visit. */
  look: () => void
  /** Reads these components before the others, in this order. */
  prefer: (components: readonly string[]) => void
}

interface ReaderParts {
  client: QueryClient
  /** Whether a change of the component is under way, which reads it by itself. */
  isBusy: (component: string) => boolean
  place: InventoryPlace
}

/**
 * Reads an inventory into the query cache: the apps, for each app its components and gateway rules, for each component its
 * ports, each of them once. A failed part is kept as such and doesn't stop the others; what stops all of them (the session
 * has ended, there is no network, the gateway's limit) puts off the rest until that is over.
 */
export function createInventoryReader({ client, isBusy, place }: ReaderParts): InventoryReader {
  const changed = createEmitter()
  const componentChanged = createKeyedEmitter<string>()
  const queue = createPartQueue()
  const parts = new Map<string, Part>()
  const readings = new Map<string, ComponentReading>()
  const rests = createRests(client, () => {
    measureFromNow()
    emit()
    pump()
  })
  const timers = new Set<ReturnType<typeof setTimeout>>()
  const watches = createPartWatches(client, lookAt)
  const ref = refOf(place)
  let isStopped = true
  let running = 0
  let staleMs = youngMs
  let startedAt = 0
  let doneBefore = 0
  let targets: readonly Target[] = []
  let state: InventoryState | null = null

  function emit() {
    state = null
    changed.emit()
  }

  function set(part: Part, status: Part['status'], error: ApiError | null = null) {
    part.status = status
    part.error = error
    if (part.subject.kind === 'ports') {
      const { component } = part.subject.target.ref
      readings.set(component, { status, error })
      componentChanged.emit(component)
    }
    emit()
  }

  function add(subject: PartSubject) {
    const known = parts.get(partId(subject))
    if (known && !isMoved(known.subject, subject)) {
      known.subject = subject
      return
    }
    if (known) {
      queue.remove(known)
      watches.unwatch(known)
    }
    const part = createPart(client, ref, subject)
    parts.set(part.id, part)
    enqueue(part)
  }

  function enqueue(part: Part) {
    queue.add(part)
    set(part, 'waiting')
  }

  function remove(isGone: (part: Part) => boolean) {
    for (const part of [...parts.values()].filter(isGone)) {
      parts.delete(part.id)
      queue.remove(part)
      watches.unwatch(part)
    }
  }

  /** Follows a list that has arrived: there is a part for each of its items, and none for what is gone. */
  function follow(subject: PartSubject) {
    if (subject.kind === 'apps') {
      const listed = knownApps(client, place)
      const ids = new Set(listed.map(({ ID }) => ID))
      remove((part) => part.subject.kind !== 'apps' && !ids.has(appOf(part.subject)))
      for (const app of listed) for (const kind of ['components', 'rules'] as const) add({ kind, app })
    }
    if (subject.kind === 'apps' || subject.kind === 'components') followComponents()
  }

  function followComponents() {
    const next = knownTargets(client, place, targets)
    if (next === targets) return
    targets = next
    const ids = new Set(targets.map(({ ref: { component } }) => component))
    remove((part) => part.subject.kind === 'ports' && !ids.has(part.subject.target.ref.component))
    for (const target of targets) add({ kind: 'ports', target })
    emit()
  }

  function pump() {
    while (!isStopped && rests.current() === null && running < atOnce) {
      const part = queue.take()
      if (!part) return
      void run(part)
    }
  }

  async function run(part: Part) {
    const { subject } = part
    if (subject.kind === 'ports' && isBusy(subject.target.ref.component)) {
      after(busyMs, () => {
        if (parts.get(part.id) === part) queue.add(part)
        pump()
      })
      return
    }
    running += 1
    part.isOutdated = false
    set(part, 'reading')
    try {
      await part.read(staleMs)
      if (parts.get(part.id) === part) arrived(part)
    } catch (error) {
      if (parts.get(part.id) === part) fail(part, error)
    } finally {
      running -= 1
      emit()
      pump()
    }
  }

  function arrived(part: Part) {
    if (part.isOutdated) {
      enqueue(part)
      return
    }
    set(part, 'read')
    watches.watch(part)
    follow(part.subject)
  }

  function fail(part: Part, error: unknown) {
    // A change of the component has given up this read, and reads by itself.
    if (part.isOutdated || error instanceof CancelledError) {
      enqueue(part)
      return
    }
    const problem = asApiError(error)
    part.putOff += problem.retryAfter === undefined ? 0 : 1
    if (stopsAll(problem) && part.putOff < mostPutOff) {
      enqueue(part)
      rests.begin(problem)
      emit()
      return
    }
    set(part, 'failed', problem)
    watches.watch(part)
  }

  /** Another screen or a change may read it too: what came of that counts, as where the component is gone by now. */
  function lookAt(part: Part) {
    const { status, error } = client.getQueryState(part.queryKey) ?? {}
    if (part.status === 'failed' && status === 'success') {
      set(part, 'read')
      follow(part.subject)
    } else if (part.status === 'read' && status === 'error') {
      const problem = asApiError(error)
      if (!stopsAll(problem)) set(part, 'failed', problem)
    }
  }

  function after(milliseconds: number, call: () => void) {
    const timer = setTimeout(() => {
      timers.delete(timer)
      call()
    }, milliseconds)
    timers.add(timer)
  }

  function measureFromNow() {
    startedAt = Date.now()
    doneBefore = count('read') + count('failed')
  }

  const count = (status: Part['status']) =>
    [...parts.values()].filter((part) => part.status === status).length

  function go() {
    isStopped = false
    for (const part of [...parts.values()]) {
      if (part.status === 'waiting') queue.add(part)
      else watches.watch(part)
      lookAt(part)
    }
    measureFromNow()
    emit()
    pump()
  }

  function lookNow(): InventoryState {
    const rest = rests.current()
    const sinceMs = Date.now() - startedAt
    return stateOf(client, { parts, targets, rest, isStopped, isRunning: running > 0, doneBefore, sinceMs })
  }

  return {
    subscribe: changed.subscribe,
    state: () => (state ??= lookNow()),
    subscribeComponent: componentChanged.subscribe,
    component: (component) => readings.get(component),
    start() {
      if (!isStopped) return
      if (parts.size === 0) {
        add({ kind: 'apps' })
        // What another page has read is shown at once.
        follow({ kind: 'apps' })
      }
      go()
    },
    look() {
      follow({ kind: 'apps' })
      emit()
      pump()
    },
    stop() {
      isStopped = true
      rests.drop()
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
      watches.unwatchAll()
      emit()
    },
    refresh() {
      staleMs = 0
      for (const part of parts.values()) {
        // What is on its way may be old when it arrives.
        if (part.status === 'reading') part.isOutdated = true
        else enqueue(part)
      }
      go()
    },
    retry(id) {
      for (const part of parts.values())
        if (part.status === 'failed' && (id === undefined || part.id === id)) enqueue(part)
      go()
    },
    prefer(components) {
      queue.prefer(components.map(portsPartId))
    },
  }
}

/** How often a part is put off because of a limit before it counts as failed. */
const mostPutOff = 5
