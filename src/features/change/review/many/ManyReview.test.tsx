// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { useSyncExternalStore } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { Surroundings } from '../../../../components/testing/Surroundings'
import type { DesiredState } from '../../../../domain/model/desired-state'
import type { Engine } from '../../engine/engine'
import { componentOf } from '../../engine/target'
import { aPort, settled } from '../../testing/fake-effects'
import { someComponents } from '../../testing/some-components'
import { ManyReview } from './ManyReview'

/** The components whose steps were rendered, in their order. */
const rendered = vi.hoisted((): string[] => [])

vi.mock(import('../sections/PlanSteps'), async (load) => {
  const { PlanSteps } = await load()
  return {
    PlanSteps(props) {
      rendered.push(componentOf(props.part.target))
      return PlanSteps(props)
    },
  }
})

// A document without layout has no heights.

for (const name of ['offsetHeight', 'clientHeight'] as const)
  vi.spyOn(HTMLElement.prototype, name, 'get').mockImplementation(function (this: HTMLElement) {
    return this.getAttribute('role') === 'listitem' ? 45 : 600
  })

afterEach(cleanup)

function Shown({ reviews }: { reviews: Engine['reviews'] }) {
  const review = useSyncExternalStore(reviews.subscribe, reviews.current)
  return (
    review && (
      <ManyReview
        review={review}
        onAnswer={reviews.answer}
        onLeaveOut={reviews.leaveOut}
        onStop={reviews.stop}
      />
    )
  )
}

async function show({ reviews }: Engine) {
  await act(settled)
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Shown reviews={reviews} />
    </QueryClientProvider>,
    { wrapper: Surroundings },
  )
}

const ports = [80, 81].map((port) => aPort(port))
const opening: DesiredState = {
  ports: new Map([
    [80, { inner: true }],
    [81, { inner: true }],
  ]),
}
const names = Array.from({ length: 1000 }, (_, at) => `c${String(at)}`)

const items = () => screen.getAllByRole('listitem').filter((item) => item.ariaSetSize !== null)
const boxes = () => screen.getAllByRole<HTMLInputElement>('checkbox', { name: 'Include shop / web' })

function unfold(at: number) {
  fireEvent.click(screen.getAllByRole('button', { name: /^shop \/ web/ })[at] ?? document.body)
}

test('a thousand components are one short list, with what they come to above it', async () => {
  const { engine, targets } = someComponents(names, ports)
  void engine.change(targets, opening)
  await show(engine)
  expect(screen.getByText('1,000 components · 2,000 ports · 2,000 steps')).toBeTruthy()
  expect(screen.getByText(/^6,000 calls: 2,000 changes, and 4,000 readings/)).toBeTruthy()
  expect(items().length).toBeLessThan(40)
  expect(items()[0]?.getAttribute('aria-setsize')).toBe('1000')
  expect(document.querySelectorAll('*').length).toBeLessThan(1500)
})

test('what loses or exposes something comes first', async () => {
  const { engine, of, targets } = someComponents(['a', 'b', 'c'], [aPort(80)])
  of('b').there = { ...of('b').there, ports: [aPort(3306)] }
  await of('b').read()
  void engine.change(targets, ({ ref }) => ({
    ports: new Map([[ref.component === 'b' ? 3306 : 80, { outer: true }]]),
  }))
  await show(engine)
  expect(items().map((item) => item.textContent)).toEqual([
    expect.stringContaining('1 risk'),
    expect.not.stringContaining('risk'),
    expect.not.stringContaining('risk'),
  ])
})

test('what is left out is planned away, and the button says what remains', async () => {
  const { engine, of, targets } = someComponents(['a', 'b'], ports)
  const changed = engine.change(targets, opening)
  await show(engine)
  expect(screen.getByRole('button', { name: 'Run 4 steps' })).toBeTruthy()
  await act(async () => {
    fireEvent.click(boxes()[0] ?? document.body)
    await settled()
  })
  expect(boxes().map(({ checked }) => checked)).toEqual([false, true])
  unfold(1)
  await act(async () => {
    fireEvent.click(screen.getByRole('checkbox', { name: 'Include port 80 of shop / web' }))
    await settled()
  })
  expect(boxes()[1]?.indeterminate).toBe(true)
  const confirm = screen.getByRole('button', { name: 'Run one step' })
  await act(async () => {
    fireEvent.click(confirm)
    await settled()
  })
  await act(async () => {
    ;(await of('b').next()).accept()
    await changed
  })
  expect(of('a').sent).toEqual([])
  expect(of('b').sent).toMatchObject([{ port: 81 }])
})

test('a component says for each port what it was and will be', async () => {
  const { engine, targets } = someComponents(['a', 'b'], ports)
  void engine.change(targets, opening)
  await show(engine)
  unfold(0)
  const item = items()[0]
  if (!item) throw new Error('No component')
  expect(within(item).getAllByText('Internal: closed → open')).toHaveLength(2)
  expect(within(item).getByText('Open internal access on port 81')).toBeTruthy()
})

test('what needs nothing and what cannot be changed are told apart, with their numbers', async () => {
  const { engine, of, targets } = someComponents(['a', 'b', 'c'], ports)
  of('b').there = { ...of('b').there, ports: [aPort(80)] }
  await of('b').read()
  const openPorts = [80, 81].map((port) => aPort(port, { is_inner_service: true }))
  of('c').there = { ...of('c').there, ports: openPorts }
  await of('c').read()
  void engine.change(targets, opening)
  await show(engine)
  const headings = screen.getAllByRole('heading').map((heading) => heading.textContent)
  expect(headings).toEqual(['Nothing to change: 2 ports in 1 component', 'Can’t be changed: 1 component'])
  expect(items().at(-1)?.textContent).toContain('81')
})

test('says while it runs how far it is, and after a stop what has not started', async () => {
  const { engine, of, targets } = someComponents(names.slice(0, 6), ports)
  void engine.change(targets, opening)
  await show(engine)
  await act(async () => {
    engine.reviews.answer('run')
    await settled()
  })
  const steps = await Promise.all(names.slice(0, 4).map((name) => of(name).next()))
  await act(async () => {
    steps[0]?.accept()
    await settled()
  })
  const progress = screen.getByRole('progressbar', { name: 'Progress' })
  expect(progress.getAttribute('aria-valuetext')).toBe('1 of 12 steps done')
  expect(screen.getByText('0 of 6 components finished').parentElement?.textContent).toContain('2 not started')
  const next = await of('c0').next()
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Stop' }))
    for (const step of [...steps.slice(1), next]) step.accept()
    await settled()
  })
  expect(screen.getByText('1 of 6 components finished').parentElement?.textContent).toContain('2 not started')
  expect(screen.getByRole('button', { name: 'Resume' })).toBeTruthy()
})

test('the progress of one component does not render the plan of another', async () => {
  const { engine, of, targets } = someComponents(['a', 'b'], ports)
  void engine.change(targets, opening)
  await show(engine)
  unfold(0)
  unfold(1)
  engine.reviews.answer('run')
  await act(settled)
  const step = await of('a').next()
  await of('b').next()

  rendered.length = 0
  step.accept()
  await act(settled)
  expect(rendered).toContain('a')
  expect(rendered).not.toContain('b')
})
