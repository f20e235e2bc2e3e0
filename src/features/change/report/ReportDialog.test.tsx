// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { Surroundings } from '../../../components/testing/Surroundings'
import { engines } from '../engines'
import { createNotices } from '../notices/notices'
import { ReportHost } from '../notices/shown/ReportHost'
import { createHostedReview } from '../review/hosted-review'
import { aPort, settled } from '../testing/fake-effects'
import { desired } from '../testing/fake-page'
import { someComponents } from '../testing/some-components'

const saved = vi.hoisted((): string[] => [])

vi.mock(import('../../../lib/dom/save-file'), () => ({
  saveFile(_name, _type, text) {
    saved.push(text)
  },
}))

// A document without layout has no heights.
for (const name of ['offsetHeight', 'clientHeight'] as const)
  vi.spyOn(HTMLElement.prototype, name, 'get').mockImplementation(function (this: HTMLElement) {
    return this.getAttribute('role') === 'listitem' ? 56 : 600
  })

afterEach(cleanup)

function before() {
  const made = someComponents(['a', 'b', 'c'], [aPort(80)])
  const notices = createNotices(made.engine)
  const client = new QueryClient()
  engines.set(client, { engine: made.engine, notices, hostedReview: createHostedReview() })
  render(
    <QueryClientProvider client={client}>
      <Surroundings>
        <ReportHost />
      </Surroundings>
    </QueryClientProvider>,
  )
  return { ...made, notices }
}

/** Opens internal access of three components, of which the second is refused and left. */
async function changed() {
  const made = before()
  const { engine, of, targets } = made
  const change = engine.change(targets, desired(80, { inner: true }))
  await act(settled)
  await act(async () => {
    engine.reviews.answer('run')
    ;(await of('a').next()).accept()
    ;(await of('b').next()).fail('conflict')
    ;(await of('c').next()).accept()
    await settled()
    engine.reviews.answer('cancel')
    await change
  })
  await screen.findByRole('dialog', { name: 'Report' })
  return made
}

const rows = () => screen.getAllByRole('listitem').map((row) => row.textContent)

test('opens by itself where something was not done, and says of each port what became of it', async () => {
  await changed()
  expect(rows()).toEqual([
    expect.stringContaining('Done and verified'),
    expect.stringContaining('Not changed'),
    expect.stringContaining('Done and verified'),
  ])
  fireEvent.click(screen.getByRole('button', { name: 'Not changed (1)' }))
  expect(rows()).toEqual([expect.stringContaining('Not changed')])
})

test('says of what needed nothing when it was read', async () => {
  const { engine, of, targets } = before()
  of('c').there = { ...of('c').there, ports: [aPort(80, { is_inner_service: true })] }
  await of('c').read()
  of('c').knownAt = new Date(2026, 10, 28, 14, 55, 3).getTime()
  const change = engine.change(targets, desired(80, { inner: true }))
  await act(settled)
  await act(async () => {
    engine.reviews.answer('run')
    ;(await of('a').next()).accept()
    ;(await of('b').next()).fail('conflict')
    await settled()
    engine.reviews.answer('cancel')
    await change
  })
  await screen.findByRole('dialog', { name: 'Report' })
  expect(rows()[2]).toMatch(/No change needed.*last read \(11\/28\/26, 2:55:03/)
  expect(rows()[0]).not.toContain('last read')
})

test('is saved as CSV with what is shown', async () => {
  await changed()
  fireEvent.click(screen.getByRole('button', { name: 'Not changed (1)' }))
  fireEvent.click(screen.getByRole('button', { name: 'Save as CSV' }))
  const lines = saved.at(-1)?.split('\r\n')
  expect(lines?.[0]).toBe('\uFEFFApp,Component,Component ID,Port,Result,Steps,Reason')
  expect(lines?.[1]).toMatch(/^shop,web,b,80,Not changed,Open internal access on port 80,/)
  expect(lines).toHaveLength(3)
})

test('plans what was not done again, and nothing else', async () => {
  const { engine, of } = await changed()
  fireEvent.click(screen.getByRole('button', { name: 'Fix and retry 1 port' }))
  await act(settled)
  expect(engine.reviews.current()?.parts.map(({ target }) => target.ref.component)).toEqual(['b'])
  expect(of('b').sent).toHaveLength(1)
  await act(async () => {
    engine.reviews.answer('run')
    ;(await of('b').next()).accept()
    await settled()
  })
  expect(of('b').there.ports).toMatchObject([{ is_inner_service: true }])
})

test('takes back what was done', async () => {
  const { engine, of, notices } = await changed()
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
  await act(settled)
  expect(engine.reviews.current()?.parts.map(({ target }) => target.ref.component)).toEqual(['a', 'c'])
  await act(async () => {
    engine.reviews.answer('run')
    ;(await of('a').next()).accept()
    ;(await of('c').next()).accept()
    await settled()
  })
  expect(of('a').there.ports).toMatchObject([{ is_inner_service: false }])
  expect(notices.list()).toMatchObject([
    { direction: 'undo', canUndo: true },
    { direction: 'change', canUndo: false },
  ])
})

test('does not open where all was done, and is there on request', async () => {
  const { engine, of, notices, targets } = before()
  const change = engine.change(targets, desired(80, { inner: true }))
  await act(settled)
  await act(async () => {
    engine.reviews.answer('run')
    for (const name of ['a', 'b', 'c']) (await of(name).next()).accept()
    await change
  })
  expect(screen.queryByRole('dialog')).toBeNull()
  const [notice] = notices.list()
  expect(notices.list()).toHaveLength(1)
  act(() => notices.openReport(notice?.id ?? 0))
  await waitFor(() => expect(rows()).toHaveLength(3))
})

test('nothing is told of a change that was left before anything was sent', async () => {
  const { engine, notices, of, targets } = before()
  of('c').there = { ...of('c').there, ports: [] }
  await of('c').read()
  const change = engine.change(targets, desired(80, { inner: true }))
  await act(settled)
  await act(async () => {
    engine.reviews.answer('cancel')
    await change
  })
  expect(notices.list()).toEqual([])
})

test('what was left out of the review is no part of what is told', async () => {
  const { engine, of, notices, targets } = before()
  const change = engine.change(targets, desired(80, { inner: true }))
  await act(settled)
  await act(async () => {
    engine.reviews.leaveOut(new Map([['b', new Set([80])]]))
    await settled()
    engine.reviews.answer('run')
    for (const name of ['a', 'c']) (await of(name).next()).accept()
    await change
  })
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(notices.list()).toMatchObject([{ outcomes: [{ kind: 'done' }, { kind: 'done' }] }])
})
