import { cpus } from 'node:os'

/**
 * Returns the best of several runs, in milliseconds: what else the machine does only adds. Each is on objects of which
 * nothing has been remembered.
 */
export function measure<Given>(rounds: number, make: () => Given, run: (given: Given) => unknown): number {
  const times = Array.from({ length: rounds }, () => {
    const given = make()
    const start = performance.now()
    run(given)
    return performance.now() - start
  })
  return Math.min(...times)
}

/** Says where and how it is measured, and what the figures are. */
export function heading(rounds: number, sizes: readonly number[], what: string): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`
  return `${machine}; best of ${rounds}\nms for ${sizes.join(' / ')} ${what}; in brackets, how many times the cost per one of the first grew`
}

/** Writes the times of several sizes in a line. */
export function growthLine(name: string, sizes: readonly number[], times: readonly number[]): string {
  const [first = Number.NaN] = times
  const cells = times.map((ms, at) => {
    const growth = ms / first / ((sizes[at] ?? 1) / (sizes[0] ?? 1))
    return `${ms.toFixed(2).padStart(9)} (${growth.toFixed(1)}×)`
  })
  return `  ${name.padEnd(12)}${cells.join('')}`
}
