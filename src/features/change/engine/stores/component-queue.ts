export interface QueueRules<Job> {
  /** Does one job. It must not reject: what went wrong belongs to the job. */
  perform: (job: Job) => Promise<void>
  /** Called after the last of several jobs of a component; jobs that come meanwhile wait for it. Must not reject. */
  settle: (component: string) => Promise<void>
  /**
   * Returns the one job that does the work of one that has not begun and of the next; null where both have to be done.
   */
  merge: (waiting: Job, next: Job) => Job | null
  /** Called after the jobs of a component changed. */
  onChange: (component: string) => void
}

export interface ComponentQueues<Job> {
  /** Adds a job; where the component is idle, it begins before this returns. */
  add: (component: string, job: Job) => void
  /** The job that runs, then those that wait, in their order. */
  jobs: (component: string) => readonly Job[]
  /** Puts another value in the place of the job that runs. */
  replace: (component: string, job: Job) => void
  /** Whether anything of the component runs, waits or is being settled. */
  isBusy: (component: string) => boolean
}

interface Line<Job> {
  running: Job | null
  waiting: Job[]
}

/**
 * Returns one queue for each component: its jobs run one after the other, those of different components side by side.
 * A queue lasts as long as it has something to do.
 */
export function createComponentQueues<Job>(rules: QueueRules<Job>): ComponentQueues<Job> {
  const lines = new Map<string, Line<Job>>()

  async function work(component: string, line: Line<Job>) {
    do {
      for (let job = line.waiting.shift(); job !== undefined; job = line.waiting.shift()) {
        line.running = job
        const performed = rules.perform(job)
        rules.onChange(component)
        await performed
        line.running = null
      }
      await rules.settle(component)
    } while (line.waiting.length > 0)
    lines.delete(component)
    rules.onChange(component)
  }

  const jobsOf = ({ running, waiting }: Line<Job>) => (running === null ? waiting : [running, ...waiting])

  return {
    add(component, job) {
      const line = lines.get(component)
      if (!line) {
        const started: Line<Job> = { running: null, waiting: [job] }
        lines.set(component, started)
        void work(component, started)
        return
      }
      const last = line.waiting.at(-1)
      const merged = last === undefined ? null : rules.merge(last, job)
      if (merged === null) line.waiting.push(job)
      else line.waiting[line.waiting.length - 1] = merged
      rules.onChange(component)
    },
    jobs(component) {
      const line = lines.get(component)
      return line ? jobsOf(line) : []
    },
    replace(component, job) {
      const line = lines.get(component)
      if (!line?.running) return
      line.running = job
      rules.onChange(component)
    },
    isBusy: (component) => lines.has(component),
  }
}
