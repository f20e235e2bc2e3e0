import { lazy, type ComponentType } from 'react'
import { fetchPart } from './fetch-part'

export interface LazyPage {
  Page: ComponentType
  /** Starts to fetch the page's code before it is shown. */
  preload: () => void
}

/** Takes the import of a page, and gives the page, fetched once and only when it is wanted. Fails with `ChunkError`. */
export function lazyPage(load: () => Promise<ComponentType>): LazyPage {
  let loading: Promise<{ default: ComponentType }> | undefined
  const loadOnce = () =>
    (loading ??= fetchPart(load).then(
      (Page) => ({ default: Page }),
      (error: unknown) => {
        loading = undefined
        throw error
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
