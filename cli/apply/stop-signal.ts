interface StopRules {
  /** Called at the first signal: what is under way is finished. */
  readonly onStop: () => void
  /** Called at a later one. */
  readonly onCut: () => void
}

interface Stopping {
  readonly signal: AbortSignal
  /** Lets the signals of the system end the process again. */
  readonly leave: () => void
}

/** One Ctrl+C may come twice: from the terminal, and handed on by npx. */
const sameMs = 500

/** Returns an abort signal that fires when somebody asks the process to end (Ctrl+C, or a job that is cancelled). */
export function stopOnSignals({ onStop, onCut }: StopRules): Stopping {
  const stopping = new AbortController()
  let stoppedAt = 0
  const handle = () => {
    if (!stopping.signal.aborted) {
      stoppedAt = performance.now()
      onStop()
      stopping.abort()
    } else if (performance.now() - stoppedAt >= sameMs) onCut()
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
