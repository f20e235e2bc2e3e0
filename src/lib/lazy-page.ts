import { type ComponentType, lazy } from 'react'

/** A part of the app that could not be fetched: the network is gone, or a new release has other file names. */
export class ChunkError extends Error {
  override readonly name = 'ChunkError'
}

const failedStyles = new Set<HTMLLinkElement>()

/**
 * Takes the import of a part of the app, its style sheets with it, and gives what it imports. Throws a `ChunkError`
 * where it cannot be fetched; then it may be tried again.
 */
export async function fetchPart<Part>(load: () => Promise<Part>): Promise<Part> {
  // The same listener for all of them is added once.
  document.addEventListener('error', noteFailedStyle, { capture: true })
  try {
    await Promise.all([...failedStyles].map(fetchStyleAgain))
    return await load()
  } catch (cause) {
    throw new ChunkError('A part of the app could not be fetched', { cause })
  }
}

function noteFailedStyle({ target }: Event) {
  if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') failedStyles.add(target)
}

/** An import that is tried again asks for its style sheets no second time (Vite), and would go without them. */
function fetchStyleAgain(failed: HTMLLinkElement): Promise<void> {
  const again = document.createElement('link')
  again.rel = failed.rel
  again.href = failed.href
  failedStyles.delete(failed)
  return new Promise((resolve, reject) => {
    again.addEventListener('load', () => resolve())
    again.addEventListener('error', () => reject(new Error(`There is no style sheet ${again.href}`)))
    failed.replaceWith(again)
  })
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
