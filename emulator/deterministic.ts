/** Mixes a number into another one that looks random (the finaliser of MurmurHash3, 32 bit). */
function mix(value: number): number {
  let hash = value >>> 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

const hex = (value: number) => value.toString(16).padStart(8, '0')

/**
 * The n-th id of an emulator, 32 hex digits like Rainbond's own. The same n gives the same id, so that the same
 * requests on the same seed get the same answers.
 */
export function hexId(n: number): string {
  return [1, 2, 3, 4].map((part) => hex(mix(mix(n) + part * 0x9e3779b9))).join('')
}
