import { pipeline, type Readable, type Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { UpstreamFailure } from './upstream'

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/**
 * Returns the body of an answer without its compression, which a proxy may add although the gateway never asks for one.
 * Whoever reads it must bound its size: a few bytes can stand for gigabytes.
 * @param encoding the header `Content-Encoding`
 * @throws UpstreamFailure for a compression that it cannot read
 */
export function decoded(body: Readable, encoding: string): Readable {
  const name = encoding.trim().toLowerCase()
  if (name === '' || name === 'identity') return body
  const decoder = decoders[name]?.()
  if (decoder === undefined) {
    body.on('error', () => undefined).destroy()
    throw new UpstreamFailure('broken', { trouble: { cause: 'encoding', code: name.slice(0, 20) } })
  }
  // Errors of either end arrive at the reader of the result.
  pipeline(body, decoder, () => undefined)
  return decoder
}
