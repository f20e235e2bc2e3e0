// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { setTransport } from '../../../api/request/client'
import { createEngine } from '../../change/engine/engine'
import { engines } from '../../change/engines'
import { createNotices } from '../../change/notices/notices'
import { createHostedReview } from '../../change/review/hosted-review'
import { aPort, aTarget, FakeEffects } from '../../change/testing/fake-effects'
import { KeptFresh } from './KeptFresh'
import { useComponentData } from './use-component-data'
import { useReading } from './use-reading'

const target = aTarget()
const { ref } = target

/** Shows a component as its page does, counts renderings, and answers reads only when told. */
async function openPage() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const effects = new FakeEffects({
    ports: [aPort(80)],
    gatewayRules: [],
    componentAlias: 'gr1',
    meshed: false,
  })
  const engine = createEngine(effects)
  engines.set(client, { engine, notices: createNotices(engine), hostedReview: createHostedReview() })
  const waiting: { path: string; resolve: (response: Response) => void }[] = []
  setTransport((path) => new Promise((resolve) => waiting.push({ path, resolve })))
  let renderings = 0
  const seen = { isReading: false, ports: 0 }

  function Page() {
    const { ports } = useComponentData(ref)
    renderings += 1
    seen.ports = ports?.length ?? 0
    return (
      <>
        <Toolbar />
        <KeptFresh componentRef={ref} intervalMs={10_000} />
      </>
    )
  }

  function Toolbar() {
    seen.isReading = useReading(ref).isReading
    return null
  }

  render(
    <QueryClientProvider client={client}>
      <Page />
    </QueryClientProvider>,
  )
  const page = {
    seen,
    engine,
    effects,
    asked: () => waiting.length,
    renderings: () => renderings,
    answerWith: (ports: readonly unknown[]) =>
      act(async () => {
        for (const { path, resolve } of waiting.splice(0))
          resolve(Response.json(path.endsWith('/ports') ? ports : { http: [], tcp: [] }))
        await vi.advanceTimersByTimeAsync(1)
      }),
    later: (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms)),
  }
  await page.answerWith([aPort(80)])
  return page
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  setTransport(fetch)
  vi.useRealTimers()
})

it('renders what shows a read, and the page only if the read brings something else', async () => {
  const page = await openPage()
  expect(page.seen).toEqual({ isReading: false, ports: 1 })
  const before = page.renderings()

  await page.later(10_000)
  expect(page.asked()).toBe(2)
  expect(page.seen.isReading).toBe(true)
  await page.answerWith([aPort(80)])
  expect(page.seen).toEqual({ isReading: false, ports: 1 })
  expect(page.renderings()).toBe(before)

  await page.later(10_000)
  await page.answerWith([aPort(80), aPort(81)])
  expect(page.seen.ports).toBe(2)
  expect(page.renderings()).toBe(before + 1)
})

it('reads nothing of itself while a plan runs, and renders nothing for its beginning and end', async () => {
  const page = await openPage()
  const before = page.renderings()
  let outcome: Promise<unknown> | undefined
  await act(async () => {
    outcome = page.engine.change([target], { ports: new Map([[80, { inner: true }]]) })
    await vi.advanceTimersByTimeAsync(1)
  })
  expect(page.engine.isBusy(ref.component)).toBe(true)
  await page.later(30_000)
  expect(page.asked()).toBe(0)
  page.effects.sending[0]?.accept()
  await page.later(100)
  await outcome
  expect(page.renderings()).toBe(before)
  await page.later(10_000)
  expect(page.asked()).toBe(2)
})
