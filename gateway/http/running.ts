/** Counts what is running, such as the handlers of requests. */
export interface Running {
  /** Runs a task, which counts until it settles. */
  run<Result>(task: () => Result | Promise<Result>): Promise<Result>
  /** Resolves once nothing is running. */
  idle(): Promise<void>
}

export function createRunning(): Running {
  let count = 0
  let waiting: (() => void)[] = []

  return {
    async run(task) {
      count += 1
      try {
        return await task()
      } finally {
        count -= 1
        if (count === 0) {
          for (const resolve of waiting) resolve()
          waiting = []
        }
      }
    },
    idle: () =>
      new Promise((resolve) => {
        if (count === 0) resolve()
        else waiting.push(resolve)
      }),
  }
}
