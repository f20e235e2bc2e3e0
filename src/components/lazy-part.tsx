import { Component, createElement, lazy, Suspense, type ComponentType, type ReactNode } from 'react'
import { ChunkError } from '../lib/lazy-page'
import { StaleNote } from './StaleNote'

/**
 * Takes the import of a part of a page that is not needed at once (a dialog, a drawer), and gives the part, fetched when
 * it is first shown. Nothing stands there until then. Where it cannot be fetched, a note with a way to reload comes up
 * instead, and the page around it, with all that was typed, stays.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const Part = lazy(async () => {
    try {
      return { default: await load() }
    } catch (cause) {
      throw new ChunkError('A part of a page could not be fetched', { cause })
    }
  })
  return function LazyPart(props: Props) {
    return (
      <ChunkBoundary>
        <Suspense>{createElement(Part, props)}</Suspense>
      </ChunkBoundary>
    )
  }
}

/** Catches only what could not be fetched; a fault of the part itself is the page's. */
class ChunkBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return {
      error: error instanceof Error ? error : new Error('A part threw something else', { cause: error }),
    }
  }

  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    if (error instanceof ChunkError) return <StaleNote />
    throw error
  }
}
