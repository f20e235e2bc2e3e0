import { useState } from 'react'

/** Something that a person starts and waits for, such as signing in. */
export interface Task<Input> {
  start: (input: Input) => void
  isRunning: boolean
  /** Why it failed the last time; null while it runs again. */
  error: unknown
  /** Milliseconds since 1970; 0 before the first start. */
  startedAt: number
}

/** Returns a task that keeps its last failure. `run` handles its success; `onError` is called after a failure. */
export function useTask<Input = void>(
  run: (input: Input) => Promise<void>,
  onError?: () => void,
): Task<Input> {
  const [state, setState] = useState({ isRunning: false, error: null as unknown, startedAt: 0 })

  function start(input: Input) {
    const startedAt = Date.now()
    setState({ isRunning: true, error: null, startedAt })
    run(input).then(
      () => setState({ isRunning: false, error: null, startedAt }),
      (error: unknown) => {
        setState({ isRunning: false, error, startedAt })
        onError?.()
      },
    )
  }

  return { ...state, start }
}
