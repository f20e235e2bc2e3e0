import type { QueryClient } from '@tanstack/react-query'
import type { Engine } from '../src/features/change/engine/engine'
import type { Progress } from './progress'
import type { Speech } from './words/speech'

/** What every command works with. */
export interface Context {
  /** The address of the console. */
  readonly console: string
  /** What has been read from it. */
  readonly client: QueryClient
  readonly engine: Engine
  readonly speech: Speech
  readonly progress: Progress
}
