import { type ComponentType, lazy } from 'react'

/** A part of the app couldn't be fetched: the network is down, or a new release has other file names. */
export class ChunkError extends Error {
  override readonly name = 'ChunkError'
}

const failedStyles = new Set<HTMLLinkElement>()

/** Imports a part of the app with its style sheets. Throws a `ChunkError` where it can't be fetched; can be repeated. */
export async function fetchPart<Part>(load: () => Promise<Part>): Promise<Part> {
  // The browser adds the same listener only once.
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

/** A repeated import doesn't request its style sheets again (Vite), so they would be missing. */
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

/** Returns a page that is fetched once, when it is first needed. Rendering throws a `ChunkError` where that fails. */
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
      // The page itself shows the failure.
      loadOnce().catch(() => undefined)
    },
  }
}
