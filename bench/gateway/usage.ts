import { readFileSync } from 'node:fs'

/** The unit of `/proc/PID/stat`, on Linux always a hundredth of a second. */
const ticksPerSecond = 100

/** Returns the processor time of processes since their start, in seconds (user and system). Works on Linux only. */
export function cpuSeconds(pids: readonly number[]): number {
  return pids
    .map((pid) => {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      // The name in parentheses may contain anything. The fields after it start with the third.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return (Number(fields[14 - 3]) + Number(fields[15 - 3])) / ticksPerSecond
    })
    .reduce((sum, seconds) => sum + seconds, 0)
}

/** Returns the resident memory of processes in MiB. Works on Linux only. */
export function residentMebibytes(pids: readonly number[]): number {
  return pids
    .map(
      (pid) => Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024,
    )
    .reduce((sum, mebibytes) => sum + mebibytes, 0)
}

/** Reads a gateway's memory in MiB from its metrics. */
export async function memoryOf(managementUrl: string): Promise<{ rss: number; heap: number }> {
  const text = await (await fetch(`${managementUrl}/metrics`)).text()
  const mebibytes = (name: string) =>
    Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]) / 1024 / 1024
  return { rss: mebibytes('process_resident_memory_bytes'), heap: mebibytes('nodejs_heap_size_used_bytes') }
}
