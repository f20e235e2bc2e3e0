import { Component, type ComponentType, createElement, lazy, type ReactNode, Suspense, useState } from 'react'
import { ahead } from '../lib/fetch-ahead'
import { ChunkError, fetchPart } from '../lib/lazy-page'
import { StaleNote } from './notes/StaleNote'

interface LazyPartProps {
  /** Called when the note about a failed load is dismissed: the parent should stop showing the part. */
  onDismiss?: () => void
}

/**
 * Returns a part of a page (a dialog, a drawer) that is loaded when it is first shown, or ahead of that once the page has
 * nothing else to do, with `meanwhile` in its place until then. If loading fails, a note offers to reload, the rest of the
 * page keeps working, and the part is loaded again when it is shown again.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile?: ComponentType<Props>,
): ComponentType<Props & LazyPartProps> {
  let part: ComponentType<Props> = fetched()
  ahead.add(async () => {
    // React's `lazy` would show `meanwhile` all the same, for 300 ms.
    part = await fetchPart(load)
  })

  function fetched() {
    return lazy(async () => {
      try {
        return { default: await fetchPart(load) }
      } catch (error) {
        part = fetched()
        throw error
      }
    })
  }

  return function LazyPart(props: Props & LazyPartProps) {
    // Stable while it is shown, so that a note doesn't disappear by itself.
    const [Part] = useState(() => part)
    return (
      <ChunkBoundary onDismiss={props.onDismiss}>
        <Suspense fallback={meanwhile && createElement(meanwhile, props)}>
          {createElement(Part, props)}
        </Suspense>
      </ChunkBoundary>
    )
  }
}

interface ChunkBoundaryProps {
  onDismiss: (() => void) | undefined
  children: ReactNode
}

/** Catches failed loads only; an error of the part itself belongs to the page. */
class ChunkBoundary extends Component<ChunkBoundaryProps, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return {
      error: error instanceof Error ? error : new Error('A part threw something else', { cause: error }),
    }
  }

  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    if (error instanceof ChunkError) return <StaleNote onDismiss={this.props.onDismiss} />
    throw error
  }
}
