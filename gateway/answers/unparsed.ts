import { type Language, languageOf } from '../http/language'
import { Refusal } from '../http/refusal'

/** What can be told of a request that Node could not parse, or did not get in time. */
export interface Unparsed {
  readonly refusal: Refusal
  /** Node's code of the error. */
  readonly cause: string
  /** Whether the answer is a page: unless the bytes show that a script asks. */
  readonly page: boolean
  readonly language: Language
  readonly withBody: boolean
}

function refusalFor(cause: string): Refusal {
  switch (cause) {
    case 'HPE_HEADER_OVERFLOW':
      return new Refusal('forbidden', { status: 431, reason: 'too-many-cookies' })
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return new Refusal('invalid', { status: 413, detail: 'The chunk extensions are too large.' })
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new Refusal('invalid', { status: 408, detail: 'The request took too long to arrive.' })
    default:
      return new Refusal('invalid', { detail: 'The request is not valid HTTP.' })
  }
}

const askedByScript = /^sec-fetch-mode:[ \t]*(?!navigate)\w|^accept:[ \t]*application\/json/im
const askedByPerson = /^sec-fetch-mode:[ \t]*navigate|^accept:[^\r\n]*text\/html/im

/** Reads what the error of `clientError` says. Its bytes are the last that arrived and may lack the start. */
export function readUnparsed(error: Error): Unparsed {
  const cause = 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'
  const bytes = 'rawPacket' in error && Buffer.isBuffer(error.rawPacket) ? error.rawPacket : Buffer.of()
  const text = bytes.toString('latin1')
  return {
    refusal: refusalFor(cause),
    cause,
    page: askedByPerson.test(text) || !askedByScript.test(text),
    language: languageOf(/^accept-language:([^\r\n]*)/im.exec(text)?.[1]),
    withBody: !text.startsWith('HEAD '),
  }
}
