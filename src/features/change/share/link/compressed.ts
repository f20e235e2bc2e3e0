/** A text is longer than whoever reads it accepts. */
export class TooLong extends Error {
  override readonly name = 'TooLong'
}

/** Returns a text as compressed (DEFLATE) base64url, which an address can hold. */
export async function compressed(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
  // In pieces: a call has room for so many arguments only.
  let binary = ''
  for (let at = 0; at < bytes.length; at += 8192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/**
 * Returns the text of what `compressed` has made. Throws `TooLong` as soon as it has more than `most` bytes, and another
 * error where it is damaged.
 */
export async function decompressed(code: string, most: number): Promise<string> {
  if (!/^[\w-]+$/.test(code)) throw new Error('This is no base64url')
  const binary = atob(code.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  const reader = stream.getReader()
  const chunks: BlobPart[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > most) {
      await reader.cancel()
      throw new TooLong('This is longer than expected')
    }
    chunks.push(value)
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(await new Blob(chunks).arrayBuffer())
}
