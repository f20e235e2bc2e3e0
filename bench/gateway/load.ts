import { Pool } from 'undici'

/** A server to measure, and the requests for it. */
export interface Target {
  readonly name: string
  readonly url: string
  /** Requests that run at once have different paths, as long as there are enough. */
  readonly paths: readonly string[]
  readonly headers: Readonly<Record<string, string>>
  /** The processes that spend processor time on its answers, without the upstream. */
  readonly pids: () => readonly number[]
}

/** How many requests run at once. */
export const connections = 16

/** Sends requests to one target over kept connections. Throws for every answer but a success. */
export function createClient({ name, url, paths, headers }: Target) {
  const pool = new Pool(url, { connections, pipelining: 1 })

  async function ask(turn: number): Promise<void> {
    const path = paths[turn % paths.length] ?? ''
    const answer = await pool.request({ path, method: 'GET', headers })
    const text = await answer.body.text()
    if (answer.statusCode !== 200) throw new Error(`${name} answered ${answer.statusCode}: ${text}`)
  }

  return {
    /** Sends requests as fast as answers come, and returns the number of answers. */
    async full(milliseconds: number): Promise<number> {
      const end = performance.now() + milliseconds
      let answers = 0
      const one = async (_: unknown, index: number) => {
        while (performance.now() < end) {
          await ask(index)
          answers += 1
        }
      }
      await Promise.all(Array.from({ length: connections }, one))
      return answers
    },

    /**
     * Sends `perSecond` requests per second, however long answers take, so that no slow answer delays the next request.
     * Returns the milliseconds of each, and how many got no answer or another than 200.
     */
    async paced(perSecond: number, milliseconds: number): Promise<{ took: number[]; failed: number }> {
      const start = performance.now()
      const took: number[] = []
      let failed = 0
      const running: Promise<void>[] = []
      for (let sent = 0; (sent * 1000) / perSecond < milliseconds; sent += 1) {
        const early = start + (sent * 1000) / perSecond - performance.now()
        if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
        const asked = performance.now()
        const answered = ask(sent).catch(() => (failed += 1))
        running.push(answered.then(() => void took.push(performance.now() - asked)))
      }
      await Promise.all(running)
      return { took, failed }
    },
    close: () => pool.close(),
  }
}

/** Returns the value below which `share` of the values are. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
