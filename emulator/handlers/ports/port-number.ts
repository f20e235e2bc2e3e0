import { crash } from '../../answers'
import type { ComponentCall } from '../../call'
import { parsePythonInt } from '../../python/integers'

/** The port of the path. The route lets letters and `-` pass, of which no number can be made: that crashes. */
export function portNumber({ params }: ComponentCall): bigint {
  const text = params['port'] ?? ''
  const number = parsePythonInt(text)
  if (number === undefined) {
    throw crash('ValueError', `invalid literal for int() with base 10: '${text}'`)
  }
  return number
}
