/** Hashes a text's UTF-16 units by 32-bit FNV-1a with a custom offset. */
function hash(text: string, start: number): number {
  let state = start
  for (let at = 0; at < text.length; at += 1) {
    state = Math.imul(state ^ text.charCodeAt(at), 0x01000193)
  }
  // Without this final mix, texts that differ in the last letter only would share their leading digits.
  state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d)
  return (state ^ (state >>> 13)) >>> 0
}

/** Returns the id for a name: 32 hex digits like Rainbond's own, the same for the same name. */
export function fixedId(name: string): string {
  return [0x811c9dc5, 0x01234567, 0x89abcdef, 0x5bd1e995]
    .map((start) => hash(name, start).toString(16).padStart(8, '0'))
    .join('')
}

/** Scrambles a number (the 32-bit finalizer of MurmurHash3). */
function mix(value: number): number {
  let hash = value >>> 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

const hex = (value: number) => value.toString(16).padStart(8, '0')

/**
 * Returns the n-th id of an emulator, 32 hex digits like Rainbond's own. The same n has the same id, so that the same
 * requests on the same seed get the same answers.
 */
export function hexId(n: number): string {
  return [1, 2, 3, 4].map((part) => hex(mix(mix(n) + part * 0x9e3779b9))).join('')
}
