// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { Component, type ReactNode } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { ahead } from '../lib/fetch-ahead'
import { Surroundings } from './testing/Surroundings'
import { lazyPart } from './lazy-part'

class Page extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false }
  static getDerivedStateFromError() {
    return { isBroken: true }
  }
  override render() {
    return this.state.isBroken ? 'broken page' : this.props.children
  }
}

const show = (part: ReactNode) =>
  render(
    <Surroundings>
      <Page>
        <p>typed text</p>
        {part}
      </Page>
    </Surroundings>,
  )

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

test('a part is shown once it is loaded', async () => {
  const Part = lazyPart<{ name: string }>(() => Promise.resolve(({ name }) => <p>part {name}</p>))
  show(<Part name="a" />)
  expect(await screen.findByText('part a')).toBeDefined()
})

test('the placeholder is shown until the part is loaded', async () => {
  const Part = lazyPart(
    () => Promise.resolve(() => <p>part</p>),
    () => <p>meanwhile</p>,
  )
  show(<Part />)
  expect(screen.getByText('meanwhile')).toBeDefined()
  expect(await screen.findByText('part')).toBeDefined()
  expect(screen.queryByText('meanwhile')).toBeNull()
})

test('a part that fails to load offers to reload, and the page stays', async () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined)
  const Part = lazyPart(() => Promise.reject(new TypeError('Failed to fetch dynamically imported module')))
  show(<Part />)
  expect(await screen.findByRole('button', { name: 'Reload' })).toBeDefined()
  expect(screen.getByText('typed text')).toBeDefined()
})

test('the note can be dismissed if the parent listens, and the part is loaded again when it is shown again', async () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined)
  const load = vi.fn(() => Promise.resolve(() => <p>part</p>))
  load.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
  const Part = lazyPart(load)
  const handlePutAway = vi.fn()
  const { unmount } = show(<Part onDismiss={handlePutAway} />)
  ;(await screen.findByRole('button', { name: 'Not now' })).click()
  expect(handlePutAway).toHaveBeenCalledOnce()
  unmount()

  show(<Part onDismiss={handlePutAway} />)
  expect(await screen.findByText('part')).toBeDefined()
  expect(load).toHaveBeenCalledTimes(2)
})

test('an error of the part itself is left to the page', async () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined)
  const Part = lazyPart(() =>
    Promise.resolve(() => {
      throw new Error('a bug')
    }),
  )
  show(<Part />)
  expect(await screen.findByText('broken page')).toBeDefined()
})

// The last one: from then on, parts are loaded ahead.
test('a part that was loaded ahead appears without the placeholder', async () => {
  const load = vi.fn(() => Promise.resolve(() => <p>part</p>))
  const Part = lazyPart(load, () => <p>meanwhile</p>)
  ahead.start()
  await vi.waitFor(() => expect(load).toHaveBeenCalled())
  show(<Part />)
  expect(screen.getByText('part')).toBeDefined()
})
