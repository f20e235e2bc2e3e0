interface StopRules {
  /** Called at the first signal: what is under way is finished. */
  readonly onStop: () => void
  /** Called at the second one. */
  readonly onCut: () => void
}

export interface Stopping {
  readonly signal: AbortSignal
  /** Lets the signals of the system end the process again. */
  readonly leave: () => void
}

/** Returns an abort signal that fires when somebody asks the process to end (Ctrl+C, or a job that is cancelled). */
export function stopOnSignals({ onStop, onCut }: StopRules): Stopping {
  const stopping = new AbortController()
  const handle = () => {
    if (stopping.signal.aborted) onCut()
    else onStop()
    stopping.abort()
  }
  process.on('SIGINT', handle)
  process.on('SIGTERM', handle)
  return {
    signal: stopping.signal,
    leave() {
      process.off('SIGINT', handle)
      process.off('SIGTERM', handle)
    },
  }
}
