import { Pool } from 'undici'

/** What is asked, of whom. */
export interface Target {
  readonly name: string
  readonly url: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** Whose processor time its answers cost, besides the upstream's. */
  readonly pids: () => readonly number[]
}

/** How many requests are under way at once. */
const connections = 16

/** Asks one target over kept connections. Throws for every answer that is no success: a refusal is no throughput. */
export function createClient({ name, url, path, headers }: Target) {
  const pool = new Pool(url, { connections, pipelining: 1 })

  async function ask(): Promise<void> {
    const answer = await pool.request({ path, method: 'GET', headers })
    const text = await answer.body.text()
    if (answer.statusCode !== 200) throw new Error(`${name} answered ${answer.statusCode}: ${text}`)
  }

  return {
    /** Asks as fast as answers come, for so many milliseconds; gives the number of answers. */
    async full(milliseconds: number): Promise<number> {
      const end = performance.now() + milliseconds
      let answers = 0
      const one = async () => {
        while (performance.now() < end) {
          await ask()
          answers += 1
        }
      }
      await Promise.all(Array.from({ length: connections }, one))
      return answers
    },

    /**
     * Asks `perSecond` times a second, however long answers take, so that no slow answer delays the next question;
     * gives the milliseconds of each.
     */
    async paced(perSecond: number, milliseconds: number): Promise<number[]> {
      const start = performance.now()
      const took: number[] = []
      const running: Promise<void>[] = []
      for (let sent = 0; (sent * 1000) / perSecond < milliseconds; sent += 1) {
        const early = start + (sent * 1000) / perSecond - performance.now()
        if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
        const asked = performance.now()
        running.push(ask().then(() => void took.push(performance.now() - asked)))
      }
      await Promise.all(running)
      return took
    },
    close: () => pool.close(),
  }
}

/** Gives the value below which `share` of the values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
