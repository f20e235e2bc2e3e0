import {
  type ComponentType,
  createElement,
  type ReactNode,
  startTransition,
  useEffect,
  useState,
} from 'react'
import { createEmitter } from './emitter'

/** A part of the app couldn't be fetched: the network is down, or a new release has other file names. */
export class ChunkError extends Error {
  override readonly name = 'ChunkError'
}

/** Imports a part of the app with its style sheets. Throws a `ChunkError` where it can't be fetched; can be repeated. */
export async function fetchPart<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    // src/app/shell/early.js marks them.
    const failed = document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"][data-failed]')
    await Promise.all([...failed].map(fetchStyleAgain))
    return await load()
  } catch (cause) {
    throw new ChunkError('A part of the app could not be fetched', { cause })
  }
}

/** A repeated import doesn't request its style sheets again (Vite), so they would be missing. */
function fetchStyleAgain(failed: HTMLLinkElement): Promise<void> {
  const again = document.createElement('link')
  again.rel = failed.rel
  again.href = failed.href
  return new Promise((resolve, reject) => {
    again.addEventListener('load', () => resolve())
    again.addEventListener('error', () => reject(new Error(`There is no style sheet ${again.href}`)))
    failed.replaceWith(again)
  })
}

export interface LazyPage {
  /** Shows `meanwhile` until the page's code is there. Throws a `ChunkError` where it can't be fetched. */
  Page: ComponentType<{ meanwhile?: ReactNode }>
  /** Fetches the page's code before it is shown. Resolves once it is there, or can't be fetched. */
  preload: () => Promise<void>
}

type Fetched = { Part: ComponentType } | { error: unknown }

/**
 * Returns a page that is fetched once, when it is first needed. Not by React's `lazy`: what that has shown a placeholder
 * for appears 300 ms after it at the earliest.
 */
export function lazyPage(load: () => Promise<ComponentType>): LazyPage {
  const { subscribe, emit } = createEmitter()
  let fetched: Fetched | undefined
  let fetching: Promise<void> | undefined

  /** A failure counts for those who wait for it: whoever comes later tries again. */
  const partNow = () => (fetched && 'Part' in fetched ? fetched : undefined)

  function preload(): Promise<void> {
    if (partNow()) return Promise.resolve()
    fetching ??= fetchPart(load)
      .then(
        (Part): Fetched => ({ Part }),
        (error: unknown): Fetched => ({ error }),
      )
      .then((result) => {
        fetching = undefined
        fetched = result
        emit()
      })
    return fetching
  }

  function Page({ meanwhile }: { meanwhile?: ReactNode }): ReactNode {
    const [shown, setShown] = useState<Fetched | undefined>(partNow)
    useEffect(() => {
      if (shown) return
      const show = () => startTransition(() => setShown(fetched))
      const leave = subscribe(show)
      if (partNow()) show()
      else void preload()
      return leave
    }, [shown])
    if (!shown) return meanwhile
    if ('error' in shown) throw shown.error
    return createElement(shown.Part)
  }

  return { Page, preload }
}
