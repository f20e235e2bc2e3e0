import { Component, type ReactNode } from 'react'
import { ChunkError } from '../lib/lazy-page'
import { BrokenPage, StalePage } from './ProblemPages'

interface PageBoundaryProps {
  /** Identifies the content: a change clears the failure. */
  place: string
  children: ReactNode
}

interface PageBoundaryState {
  error: unknown
  place: string
}

/** Keeps the header and the scope bar working when a page throws. */
export class PageBoundary extends Component<PageBoundaryProps, PageBoundaryState> {
  override state: PageBoundaryState = { error: null, place: this.props.place }

  static getDerivedStateFromError(error: unknown): Partial<PageBoundaryState> {
    return { error }
  }

  static getDerivedStateFromProps(
    { place }: PageBoundaryProps,
    last: PageBoundaryState,
  ): PageBoundaryState | null {
    return place === last.place ? null : { place, error: null }
  }

  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    if (error instanceof ChunkError) return <StalePage />
    return <BrokenPage onAgain={() => this.setState({ error: null })} />
  }
}
