// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react'
import { Component, createElement, type ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, it, vi } from 'vitest'
import { ChunkError, type LazyPage, lazyPage } from './lazy-page'

afterEach(cleanup)

const Part = () => 'the page'
/** Resolves when what has come is rendered. */
const settled = () => act(() => Promise.resolve())

const show = ({ Page }: LazyPage) => createElement(Page, { meanwhile: 'loading' })

it('shows a page at once whose code was fetched before', async () => {
  const page = lazyPage(() => Promise.resolve(Part))
  void page.preload()
  await settled()
  expect(renderToString(show(page))).toBe('the page')
})

it('shows something else until its code is there', async () => {
  let resolve: ((part: typeof Part) => void) | undefined
  const promise = new Promise<typeof Part>((take) => (resolve = take))
  render(show(lazyPage(() => promise)))
  expect(document.body.textContent).toBe('loading')
  resolve?.(Part)
  await settled()
  expect(document.body.textContent).toBe('the page')
})

it('fetches its code once, however often it is asked to', async () => {
  const load = vi.fn(() => Promise.resolve(Part))
  const page = lazyPage(load)
  void page.preload()
  render(show(page))
  await settled()
  void page.preload()
  expect(load).toHaveBeenCalledTimes(1)
})

class Boundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null }
  static getDerivedStateFromError = (error: unknown) => ({ error })
  override render() {
    return this.state.error instanceof ChunkError ? 'failed' : this.props.children
  }
}

it('throws where the code can’t be fetched, and tries again when it is shown again', async () => {
  const load = vi.fn<() => Promise<typeof Part>>().mockRejectedValueOnce(new TypeError('Failed to fetch'))
  load.mockResolvedValue(Part)
  const page = lazyPage(load)
  const { unmount } = render(createElement(Boundary, null, show(page)))
  expect(await screen.findByText('failed')).toBeDefined()
  unmount()
  render(createElement(Boundary, null, show(page)))
  expect(await screen.findByText('the page')).toBeDefined()
})

it('says nothing of a failure ahead of time, and tries again when it is shown', async () => {
  const load = vi.fn<() => Promise<typeof Part>>().mockRejectedValueOnce(new TypeError('Failed to fetch'))
  load.mockResolvedValue(Part)
  const page = lazyPage(load)
  void page.preload()
  await settled()
  render(createElement(Boundary, null, show(page)))
  expect(await screen.findByText('the page')).toBeDefined()
})
