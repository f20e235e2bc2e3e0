export type StatusTone = 'good' | 'bad' | 'moving' | 'off'

const tones: ReadonlyMap<string, StatusTone> = new Map([
  ['running', 'good'],
  ['abnormal', 'bad'],
  ['some_abnormal', 'bad'],
  ['unusual', 'bad'],
  ['starting', 'moving'],
  ['startting', 'moving'],
  ['stopping', 'moving'],
  ['checking', 'moving'],
  ['creating', 'moving'],
  ['upgrade', 'moving'],
])

/** Returns the color of a component's status, as Rainbond names it; null or undefined if the cluster didn't report it. */
export function statusTone(status: string | null | undefined): StatusTone {
  return tones.get(status ?? '') ?? 'off'
}
