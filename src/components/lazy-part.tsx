import { Component, type ComponentType, createElement, lazy, type ReactNode, Suspense, useState } from 'react'
import { ChunkError, fetchPart } from '../lib/lazy-page'
import { StaleNote } from './notes/StaleNote'

interface LazyPartProps {
  /** Called when the person puts away the note that the part could not be fetched. Whoever shows it should stop then. */
  onPutAway?: () => void
}

/**
 * Takes the import of a part of a page that is not needed at once (a dialog, a drawer), and gives the part, fetched when
 * it is first shown. Until then `meanwhile` stands there, or nothing. Where it cannot be fetched, a note with a way to
 * reload comes up instead, and the page around it, with all that was typed, stays. It is fetched anew when it is shown
 * anew.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile?: ComponentType<Props>,
): ComponentType<Props & LazyPartProps> {
  let part = fetched()

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
    // The same for as long as it is shown: a note must not go by itself.
    const [Part] = useState(() => part)
    return (
      <ChunkBoundary onPutAway={props.onPutAway}>
        <Suspense fallback={meanwhile && createElement(meanwhile, props)}>
          {createElement(Part, props)}
        </Suspense>
      </ChunkBoundary>
    )
  }
}

interface ChunkBoundaryProps {
  onPutAway: (() => void) | undefined
  children: ReactNode
}

/** Catches only what could not be fetched; a fault of the part itself is the page's. */
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
    if (error instanceof ChunkError) return <StaleNote onPutAway={this.props.onPutAway} />
    throw error
  }
}
