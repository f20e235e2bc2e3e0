import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createEmulator } from '../../../../emulator/create-emulator'
import { scaleSeed } from '../../../../emulator/seeds/scale'
import { sessionQuery } from '../../../api/resources/session'
import { keys } from '../../../api/keys'
import { readComponent } from '../../change/engine/console/component-cache'
import { type Answer, anInventory, failure, until, untilDone } from '../testing/an-inventory'

// In apps of 25.
const seed = scaleSeed({ components: 60, portsPerComponent: 2 })
const requests = 1 + 2 * 3 + 60

const aPage = (answer?: Answer) => anInventory(createEmulator({ seed, now: () => new Date() }), seed, answer)

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }))
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const portsOf = (component: string) => new RegExp(`/services/${component}/ports$`)

describe('reading an inventory', () => {
  it('asks for each list and each component once, and never for more at once than the gateway allows', async () => {
    const { reader, asked, mostAtOnce } = aPage()
    const one = reader()
    one.start()
    await untilDone(one)
    expect(asked).toHaveLength(requests)
    expect(new Set(asked).size).toBe(requests)
    expect(mostAtOnce()).toBe(12)
    expect(one.state()).toMatchObject({
      apps: { read: 3, failed: 0, total: 3 },
      components: { read: 60, failed: 0, total: 60 },
      requests: { done: requests, total: requests },
      isListed: true,
      failures: [],
    })
  })

  it('reads one app alone', async () => {
    const { reader, asked } = aPage()
    const one = reader(seed.apps[2]?.ID)
    one.start()
    await untilDone(one)
    expect(asked).toHaveLength(1 + 2 + 10)
    expect(one.state().targets).toHaveLength(10)
  })

  it('orders components by the names of their apps and their own, with numbers as numbers', async () => {
    const { reader } = aPage()
    const one = reader()
    one.start()
    await untilDone(one)
    const names = one.state().targets.map(({ component }) => component.service_cname)
    expect(names).toEqual(Array.from({ length: 60 }, (_, at) => `component ${at + 1}`))
  })

  it('reads what is in view first', async () => {
    const { reader, asked } = aPage()
    const one = reader()
    const last = seed.services.at(-1)?.service_id ?? ''
    one.prefer([last])
    one.start()
    await untilDone(one)
    const ports = asked.filter((path) => path.endsWith('/ports'))
    expect(ports.findIndex((path) => portsOf(last).test(path))).toBeLessThan(13)
  })

  it('sends nothing once it is stopped, and goes on where it was', async () => {
    const { reader, asked } = aPage()
    const one = reader()
    one.start()
    await until(() => one.state().components.read > 5)
    one.stop()
    const sent = asked.length
    for (let turn = 0; turn < 50; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve))
    expect(asked).toHaveLength(sent)
    expect(one.state().phase).toBe('stopped')
    one.start()
    await untilDone(one)
    expect(asked).toHaveLength(requests)
  })

  it('reads nothing again within two minutes, and everything when asked to', async () => {
    const { reader, asked } = aPage()
    const one = reader()
    one.start()
    await untilDone(one)
    const again = reader()
    again.start()
    await untilDone(again)
    expect(asked).toHaveLength(requests)
    expect(again.state().components.read).toBe(60)
    again.refresh()
    await untilDone(again)
    expect(asked).toHaveLength(2 * requests)
    vi.advanceTimersByTime(121_000)
    const later = reader()
    later.start()
    await untilDone(later)
    expect(asked).toHaveLength(3 * requests)
  })

  it.each([1, 2])(
    'reads again what has not arrived yet when everything is to be, in reading no. %i',
    async (nth) => {
      const slow = portsOf(seed.services[0]?.service_id ?? '')
      let asks = 0
      let answerOld = () => undefined as unknown
      const old = new Promise<Response>((resolve) => {
        answerOld = () => resolve(failure(404, 'not-found'))
      })
      const { reader } = aPage((path) => (slow.test(path) && ++asks === nth ? old : null))
      const one = reader()
      one.start()
      if (nth === 2) {
        await untilDone(one)
        one.refresh()
      }
      await until(() => one.state().requests.done === requests - 1)
      one.refresh()
      answerOld()
      await untilDone(one)
      expect(asks).toBe(nth + 1)
      expect(one.state()).toMatchObject({ components: { read: 60, failed: 0 }, failures: [] })
    },
  )

  it('leaves a component alone that a change is reading by itself', async () => {
    const { reader, asked } = aPage()
    const [busy] = seed.services.map(({ service_id: id }) => id)
    let isBusy = true
    const one = reader(null, (component) => isBusy && component === busy)
    one.start()
    await until(() => one.state().components.read === 59)
    expect(asked.some((path) => portsOf(busy ?? '').test(path))).toBe(false)
    isBusy = false
    await vi.advanceTimersByTimeAsync(500)
    await untilDone(one)
    expect(asked).toHaveLength(requests)
  })
})

describe('what fails', () => {
  const broken = seed.services[7]?.service_id ?? ''

  it('is kept with its reason while the rest is read, and is read again by itself', async () => {
    let isBroken = true
    const { reader, asked } = aPage((path) =>
      isBroken && portsOf(broken).test(path) ? failure(404, 'not-found') : null,
    )
    const one = reader()
    one.start()
    await untilDone(one)
    expect(one.state()).toMatchObject({ components: { read: 59, failed: 1, total: 60 } })
    expect(one.state().failures).toMatchObject([{ subject: { kind: 'ports' }, error: { kind: 'not-found' } }])
    expect(one.component(broken)).toMatchObject({ status: 'failed', error: { kind: 'not-found' } })
    one.refresh()
    await untilDone(one)
    isBroken = false
    asked.length = 0
    one.retry(one.state().failures[0]?.id)
    await untilDone(one)
    expect(asked).toHaveLength(1)
    expect(one.state()).toMatchObject({ components: { read: 60, failed: 0 }, failures: [] })
  })

  it('counts as read once another screen has read it', async () => {
    const { reader, client } = aPage((path) =>
      portsOf(broken).test(path) ? failure(404, 'not-found') : null,
    )
    const one = reader()
    one.start()
    await untilDone(one)
    const target = one.state().targets.find(({ ref }) => ref.component === broken)
    if (!target) throw new Error('no such component')
    client.setQueryData(keys.ports(target.ref), [])
    expect(one.state()).toMatchObject({ components: { read: 60, failed: 0 }, failures: [] })
  })

  it.each([
    ['failed once a change finds it gone', failure(404, 'not-found'), { read: 59, failed: 1 }],
    ['read where a change is kept from reading it', failure(429, 'throttled'), { read: 60, failed: 0 }],
  ])('counts as %s', async (_, refusal, components) => {
    let isRefused = false
    const { reader, client } = aPage((path) =>
      isRefused && portsOf(broken).test(path) ? refusal.clone() : null,
    )
    const one = reader()
    one.start()
    await untilDone(one)
    const target = one.state().targets.find(({ ref }) => ref.component === broken)
    if (!target) throw new Error('no such component')
    isRefused = true
    await expect(readComponent(client, target)).rejects.toThrow()
    expect(one.state()).toMatchObject({ components, phase: 'done' })
    isRefused = false
    await readComponent(client, target)
    expect(one.state()).toMatchObject({ components: { read: 60, failed: 0 }, failures: [] })
  })

  it('leaves the components of an app unknown, and says so', async () => {
    let isBroken = true
    const { reader } = aPage((path) =>
      isBroken && path.endsWith(`/apps/${seed.apps[1]?.ID ?? 0}/services`) ? failure(404, 'not-found') : null,
    )
    const one = reader()
    one.start()
    await untilDone(one)
    expect(one.state()).toMatchObject({ isListed: false, components: { read: 35, total: 35 } })
    expect(one.state().failures).toMatchObject([{ subject: { kind: 'components' } }])
    isBroken = false
    one.retry()
    await untilDone(one)
    expect(one.state()).toMatchObject({ isListed: true, components: { read: 60, total: 60 } })
  })

  it('puts everything off for as long as the gateway asks, and loses nothing', async () => {
    let refusals = 20
    const { reader } = aPage((path) =>
      path.endsWith('/ports') && refusals-- > 0 ? failure(429, 'throttled', { 'Retry-After': '7' }) : null,
    )
    const one = reader()
    one.start()
    await until(() => one.state().phase === 'resting')
    expect(one.state().rest).toMatchObject({ error: { kind: 'throttled' }, seconds: 7 })
    await until(() => one.state().requests.done === 7)
    await vi.advanceTimersByTimeAsync(7_000)
    await until(() => one.state().phase !== 'reading')
    await vi.advanceTimersByTimeAsync(7_000)
    await untilDone(one)
    expect(one.state()).toMatchObject({ components: { read: 60, failed: 0 }, failures: [] })
  })

  it('gives up a part that is refused for too much every time', async () => {
    const { reader } = aPage((path) =>
      portsOf(broken).test(path) ? failure(429, 'throttled', { 'Retry-After': '7' }) : null,
    )
    const one = reader()
    one.start()
    for (let rest = 0; rest < 5; rest += 1) {
      await until(() => one.state().phase !== 'reading')
      await vi.advanceTimersByTimeAsync(7_000)
    }
    await untilDone(one)
    expect(one.state()).toMatchObject({ components: { read: 59, failed: 1 } })
  })

  it('waits for a new sign-in when the session ends', async () => {
    let isOver = false
    const { reader, client } = aPage(() => (isOver ? failure(401, 'unauthenticated') : null))
    const one = reader()
    one.start()
    await until(() => one.state().components.read > 5)
    isOver = true
    await until(() => one.state().phase === 'resting')
    await vi.advanceTimersByTimeAsync(600_000)
    expect(one.state().phase).toBe('resting')
    isOver = false
    const user = { user_id: 1, nick_name: 'a' }
    client.setQueryData(sessionQuery().queryKey, { user } as never)
    await untilDone(one)
    expect(one.state()).toMatchObject({ components: { read: 60, failed: 0 }, failures: [] })
  })
})
