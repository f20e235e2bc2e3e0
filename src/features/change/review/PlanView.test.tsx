// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useSyncExternalStore } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { Surroundings } from '../../../components/testing/Surroundings'
import type { ComponentState } from '../../../domain/model/component'
import type { DesiredState } from '../../../domain/model/desired-state'
import { createEngine } from '../engine/engine'
import { aPort, aTarget, FakeEffects, settled } from '../testing/fake-effects'
import { PlanView } from './PlanView'

afterEach(cleanup)

const world = (ports = [aPort(80)]): ComponentState => ({
  ports,
  gatewayRules: [],
  componentAlias: 'gr1',
  meshed: false,
})

const opening: DesiredState = { ports: new Map([[80, { outer: true }]]) }

type Reviews = ReturnType<typeof createEngine>['reviews']

function Shown({ reviews }: { reviews: Reviews }) {
  const review = useSyncExternalStore(reviews.subscribe, reviews.current)
  return review && <PlanView review={review} onAnswer={reviews.answer} onStop={reviews.stop} />
}

async function show(reviews: Reviews) {
  await act(settled)
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Shown reviews={reviews} />
    </QueryClientProvider>,
    { wrapper: Surroundings },
  )
}

const names = () => screen.getAllByRole('button').map((button) => button.textContent)

test('the confirming button comes last, names the action, and has the focus', async () => {
  const { change, reviews } = createEngine(new FakeEffects(world()))
  void change([aTarget()], opening)
  await show(reviews)
  expect(names()).toEqual(['Show as curl', 'Share plan', 'Cancel', 'Open external access'])
  expect(document.activeElement?.textContent).toBe('Open external access')
})

test('a port is not deleted by a key that was pressed for something else', async () => {
  const { change, reviews } = createEngine(new FakeEffects(world([aPort(80), aPort(81)])))
  void change([aTarget()], { ports: new Map([[81, 'delete']]) })
  await show(reviews)
  expect(names().slice(-2)).toEqual(['Cancel', 'Delete port 81'])
  expect(document.activeElement?.textContent).toBe('Cancel')
})

test('a second press of the confirming button does not stop what the first one started', async () => {
  const effects = new FakeEffects(world())
  const { change, reviews } = createEngine(effects)
  void change([aTarget()], opening)
  await show(reviews)
  const confirm = screen.getByRole('button', { name: 'Open external access' })
  await act(async () => {
    fireEvent.click(confirm)
    await settled()
  })
  expect(names().slice(-1)).toEqual(['Stop'])
  // What is left in its place is not a button.
  const place = screen.getByText('Open external access')
  expect(place.closest('button')).toBeNull()
  expect(screen.getByRole('button', { name: 'Stop' }).nextElementSibling?.contains(place)).toBe(true)
})

test('tells the step and the time while it runs, and reads out only the step', async () => {
  const effects = new FakeEffects(world())
  const { change, reviews } = createEngine(effects)
  void change([aTarget()], opening)
  await show(reviews)
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
  try {
    reviews.answer('run')
    await act(settled)
    await act(() => vi.advanceTimersByTimeAsync(4000))
    const step = screen.getByText('Step 1 of 2')
    expect(step.closest('p')?.textContent).toBe('Step 1 of 2 · 4 s')
    expect(step.getAttribute('role')).toBe('status')
    await act(() => vi.advanceTimersByTimeAsync(61_000))
    expect(step.closest('p')?.textContent).toBe('Step 1 of 2 · 1 min 5 s')
  } finally {
    vi.useRealTimers()
  }
})

const eleven = Array.from({ length: 11 }, (_, at) => aPort(80 + at))
const deletingAll: DesiredState = {
  ports: new Map(eleven.map((port) => [port.container_port, 'delete'])),
}

test('more than ten ports are deleted only once their number is typed, full-width digits included', async () => {
  const effects = new FakeEffects(world(eleven))
  const { change, reviews } = createEngine(effects)
  void change([aTarget()], deletingAll)
  await show(reviews)
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Type 11 to confirm' })
  const confirm = screen.getByRole('button', { name: 'Delete 11 ports' })
  expect(document.activeElement).toBe(field)
  expect(confirm.getAttribute('aria-disabled')).toBe('true')
  expect(confirm.dataset['tooltip']).toBe('Type the number first')
  await act(async () => {
    fireEvent.click(confirm)
    fireEvent.submit(field)
    await settled()
  })
  expect(effects.reads).toBe(0)

  fireEvent.change(field, { target: { value: '１１' } })
  expect(confirm.getAttribute('aria-disabled')).toBeNull()
  await act(async () => {
    fireEvent.submit(field)
    await settled()
  })
  expect(effects.sent).toHaveLength(1)
})
