import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useEngine } from '../change/use-engine'
import type { TargetPorts } from '../port-grid/rows/target-ports'
import type { ReadFailure } from '../sheets/comparing/read-present'
import type { Destination } from './destination'
import { type ReadingProgress, type ReadPlaces, readPlaces } from './read-places'

export type CopyPhase =
  | { readonly name: 'choosing' }
  /** `progress` is null until it is known what has to be read. */
  | { readonly name: 'reading'; readonly progress: ReadingProgress | null }
  | { readonly name: 'unlisted'; readonly failures: readonly ReadFailure[] }
  | { readonly name: 'read'; readonly destination: Destination; readonly places: ReadPlaces }

export interface PlacesReading {
  phase: CopyPhase
  /** Reads both sides again. */
  read: (destination: Destination) => void
  /** Reads again what could not be read. */
  retry: () => void
  /** Leads back to the choice, and gives up what is under way. */
  back: () => void
}

const choosing: CopyPhase = { name: 'choosing' }

/** Returns what reads both sides of a copy, one destination at a time. */
export function useReadPlaces(sources: readonly TargetPorts[]): PlacesReading {
  const client = useQueryClient()
  const engine = useEngine()
  const [phase, setPhase] = useState<CopyPhase>(choosing)
  const [runs] = useState(createRuns)
  useEffect(() => runs.stop, [runs])
  const last = useRef<{ destination: Destination; since: number } | null>(null)

  async function run({ destination, since }: { destination: Destination; since: number }) {
    const signal = runs.begin()
    setPhase({ name: 'reading', progress: null })
    const onProgress = (progress: ReadingProgress) => {
      if (!signal.aborted) setPhase({ name: 'reading', progress })
    }
    try {
      const places = await readPlaces({ client, engine, sources, destination, since, signal, onProgress })
      if (signal.aborted) return
      if ('unlisted' in places) setPhase({ name: 'unlisted', failures: places.unlisted })
      else setPhase({ name: 'read', destination, places })
    } catch (error) {
      if (!signal.aborted) throw error
    }
  }

  return {
    phase,
    read(destination) {
      last.current = { destination, since: Date.now() }
      void run(last.current)
    },
    retry() {
      if (last.current) void run(last.current)
    },
    back() {
      runs.stop()
      setPhase(choosing)
    },
  }
}

/** Returns what begins runs, each of which ends the one before. */
function createRuns() {
  let running = new AbortController()
  return {
    begin: (): AbortSignal => {
      running.abort()
      running = new AbortController()
      return running.signal
    },
    stop: () => running.abort(),
  }
}
