import { readFileSync } from 'node:fs'

/** The kernel's unit in `/proc/PID/stat`: on Linux always a hundredth of a second. */
const ticksPerSecond = 100

/** Gives the seconds of processor time, of user and system, that processes have used since they began. Linux alone. */
export function cpuSeconds(pids: readonly number[]): number {
  return pids
    .map((pid) => {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      // After the name in parentheses, which may hold anything, the fields count from the third.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return (Number(fields[14 - 3]) + Number(fields[15 - 3])) / ticksPerSecond
    })
    .reduce((sum, seconds) => sum + seconds, 0)
}

/** What a gateway says of its own memory, in MiB, at its management port. */
export async function memoryOf(managementUrl: string): Promise<{ rss: number; heap: number }> {
  const text = await (await fetch(`${managementUrl}/metrics`)).text()
  const mebibytes = (name: string) =>
    Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]) / 1024 / 1024
  return { rss: mebibytes('process_resident_memory_bytes'), heap: mebibytes('nodejs_heap_size_used_bytes') }
}
