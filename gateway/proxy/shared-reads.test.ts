import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Stop, type StopSignal } from '../http/stop'
import { createSharedReads } from './shared-reads'

function person() {
  const gone = new Stop()
  let leave: () => void = () => undefined
  const left = new Promise<void>((resolve) => {
    leave = resolve
  })
  return {
    client: { gone, left },
    leave,
    abort() {
      gone.abort()
      leave()
    },
  }
}

/** Starts reads that the test answers, and keeps what they were given. */
function scripted() {
  const shared = createSharedReads<string>()
  const calls: {
    readonly gone: StopSignal
    readonly answer: (text: string) => void
    readonly fail: (error: Error) => void
    isLeft: boolean
  }[] = []
  const read = (client = person().client, key = 'ports', scope = 'team') =>
    shared.read({
      key,
      scope,
      client,
      start: (gone, left) =>
        new Promise((answer, fail) => {
          const call = { gone, answer, fail, isLeft: false }
          calls.push(call)
          gone.addEventListener('abort', () => fail(new Error('given up')))
          void left.then(() => (call.isLeft = true))
        }),
    })
  return { shared, calls, read }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

describe('identical reads', () => {
  test('in flight are one call, and each gets its answer', async () => {
    const { calls, read } = scripted()
    const both = [read(), read()]
    expect(calls).toHaveLength(1)
    calls[0]?.answer('ten ports')
    expect(await Promise.all(both)).toEqual(['ten ports', 'ten ports'])
  })

  test('share their failure, after which the next one asks again', async () => {
    const { calls, read } = scripted()
    const both = [read(), read()]
    calls[0]?.fail(new Error('broken'))
    for (const one of both) await expect(one).rejects.toThrow('broken')
    void read()
    expect(calls).toHaveLength(2)
  })

  test('are not kept once they are answered', async () => {
    const { calls, read } = scripted()
    const first = read()
    calls[0]?.answer('old')
    await first
    void read()
    expect(calls).toHaveLength(2)
  })

  test('of another session or of something else are calls of their own', () => {
    const { calls, read } = scripted()
    void read()
    void read(person().client, 'other')
    expect(calls).toHaveLength(2)
  })

  test('go on for the others when one client is gone', async () => {
    const { calls, read } = scripted()
    const [one, other] = [person(), person()]
    const [mine, theirs] = [read(one.client), read(other.client)]
    one.abort()
    await expect(mine).rejects.toMatchObject({ kind: 'timeout' })
    expect(calls[0]?.gone.aborted).toBe(false)
    calls[0]?.answer('still here')
    expect(await theirs).toBe('still here')
  })

  test('are given up with the last client, and joined by nobody after that', async () => {
    const { calls, read } = scripted()
    const [one, other] = [person(), person()]
    const both = [read(one.client), read(other.client)]
    one.abort()
    other.abort()
    void read()
    for (const each of both) await expect(each).rejects.toThrow()
    expect(calls.map(({ gone }) => gone.aborted)).toEqual([true, false])
  })

  test('have left when the answer of the last one has', async () => {
    const { calls, read } = scripted()
    const [one, other] = [person(), person()]
    const both = [read(one.client), read(other.client)]
    calls[0]?.answer('ten ports')
    await Promise.all(both)
    one.leave()
    await turn()
    expect(calls[0]?.isLeft).toBe(false)
    other.leave()
    await turn()
    expect(calls[0]?.isLeft).toBe(true)
  })
})

type Move = 'read' | 'write' | 'end' | 'answer'
const moves = fc.array(fc.constantFrom<Move>('read', 'read', 'read', 'write', 'end', 'answer'), {
  maxLength: 40,
})

test('a read after a write was sent never gets an answer to one that began before the write ended', async () => {
  await fc.assert(
    fc.asyncProperty(moves, async (all) => {
      const { shared, calls, read } = scripted()
      let now = 0
      /** When each call began, by its index. */
      const began: number[] = []
      const writes: { readonly sent: number; ended: number; readonly end: () => void }[] = []
      const reads: { readonly asked: number; readonly answer: Promise<string> }[] = []
      const answered = new Set<number>()
      for (const move of all) {
        now += 1
        if (move === 'read') {
          reads.push({ asked: now, answer: read() })
          if (calls.length > began.length) began.push(now)
        } else if (move === 'write') {
          writes.push({ sent: now, ended: Number.POSITIVE_INFINITY, end: shared.writing('team') })
        } else if (move === 'end') {
          const running = writes.find(({ ended }) => ended === Number.POSITIVE_INFINITY)
          if (running === undefined) continue
          running.ended = now
          running.end()
        } else {
          const next = calls.findIndex((_, index) => !answered.has(index))
          if (next < 0) continue
          answered.add(next)
          calls[next]?.answer(String(next))
          await turn()
        }
      }
      for (const [index, call] of calls.entries()) call.answer(String(index))
      for (const { asked, answer } of reads) {
        const start = began[Number(await answer)] ?? Number.NaN
        const crossed = writes.filter(({ sent, ended }) => sent < asked && start < ended && start < asked)
        expect(crossed).toEqual([])
      }
    }),
    { numRuns: 300, seed: 1 },
  )
})

test('a write elsewhere leaves reads shared', () => {
  const { shared, calls, read } = scripted()
  void read()
  const end = shared.writing('another team')
  void read()
  end()
  expect(calls).toHaveLength(1)
})
