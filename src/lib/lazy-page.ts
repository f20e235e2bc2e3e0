import { lazy, type ComponentType } from 'react'

/** A part of the app that could not be fetched: the network is gone, or a new release has other file names. */
export class ChunkError extends Error {
  override readonly name = 'ChunkError'
}

export interface LazyPage {
  Page: ComponentType
  /** Starts to fetch the page's code before it is shown. */
  preload: () => void
}

/** Takes the import of a page, and gives the page, fetched once and only when it is wanted. Fails with `ChunkError`. */
export function lazyPage(load: () => Promise<ComponentType>): LazyPage {
  let loading: Promise<{ default: ComponentType }> | undefined
  const loadOnce = () =>
    (loading ??= load().then(
      (Page) => ({ default: Page }),
      (cause: unknown) => {
        loading = undefined
        throw new ChunkError('A part of the app could not be fetched', { cause })
      },
    ))
  return {
    Page: lazy(loadOnce),
    preload: () => {
      // A failure is told when the page is shown.
      loadOnce().catch(() => undefined)
    },
  }
}
