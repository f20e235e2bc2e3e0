import type { IncomingHttpHeaders } from 'node:http'
import { Readable } from 'node:stream'
import type { Dispatcher } from 'undici'
import type { StopSignal } from '../http/stop'
import { decoded } from './decoded'
import type { UpstreamRequest } from './upstream'

/** An answer as it came, without its compression. */
export interface RawAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface ExchangeOptions extends Pick<UpstreamRequest, 'received'> {
  readonly signal: StopSignal
  /** Called when the head of the answer arrives. */
  readonly begun?: () => void
}

const asError = (reason: unknown) => (reason instanceof Error ? reason : new Error('given up'))

/**
 * Sends a request and reads its answer to the end, part by part until `received` throws. Below the streams of undici,
 * which cost more than the exchange itself.
 * @throws the signal's reason, what `received` throws, or undici's error
 */
export function exchange(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  options: ExchangeOptions,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    dispatcher.dispatch(request, new AnswerReader(options, resolve, reject))
  })
}

class AnswerReader implements Dispatcher.DispatchHandler {
  readonly #options: ExchangeOptions
  readonly #resolve: (answer: RawAnswer) => void
  readonly #reject: (error: unknown) => void
  readonly #stop = () => this.#fail(this.#options.signal.reason)
  #controller: Dispatcher.DispatchController | undefined
  #status = 0
  #headers: IncomingHttpHeaders = {}
  #parts: Buffer[] = []
  /** Bytes that have arrived, and those that were counted: all that are announced, before the first arrives. */
  #size = 0
  #counted = 0
  /** The compressed body; undefined for one that isn't. */
  #compressed: Readable | undefined
  #failure: Error | undefined

  constructor(
    options: ExchangeOptions,
    resolve: (answer: RawAnswer) => void,
    reject: (error: unknown) => void,
  ) {
    this.#options = options
    this.#resolve = resolve
    this.#reject = reject
    if (options.signal.aborted) this.#stop()
    else options.signal.addEventListener('abort', this.#stop, { once: true })
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller
    if (this.#failure !== undefined) controller.abort(this.#failure)
  }

  onResponseStart(
    controller: Dispatcher.DispatchController,
    status: number,
    headers: IncomingHttpHeaders,
  ): void {
    if (status < 200) return
    this.#status = status
    this.#headers = headers
    this.#options.begun?.()
    this.#count(Number(headers['content-length'] ?? 0))
    const encoding = headers['content-encoding']
    if (encoding === undefined || this.#failure !== undefined) return
    this.#compressed = new Readable({ read: () => controller.resume() })
    this.#compressed.on('error', () => undefined)
    const body = decoded(this.#compressed, encoding)
    body.on('data', (part: Buffer) => this.#read(part))
    body.on('error', (error) => this.#fail(error))
    body.on('end', () => this.#finish())
  }

  onResponseData(controller: Dispatcher.DispatchController, part: Buffer): void {
    if (this.#compressed === undefined) this.#read(part)
    else if (!this.#compressed.push(part)) controller.pause()
  }

  onResponseEnd(): void {
    if (this.#compressed === undefined) this.#finish()
    else this.#compressed.push(null)
  }

  onResponseError(_: unknown, error: Error): void {
    this.#fail(error)
  }

  #read(part: Buffer): void {
    if (this.#failure !== undefined) return
    this.#size += part.byteLength
    this.#count(this.#size)
    this.#parts.push(part)
  }

  #count(bytes: number): void {
    if (bytes <= this.#counted) return
    try {
      this.#options.received?.(bytes - this.#counted)
      this.#counted = bytes
    } catch (error) {
      this.#fail(error)
    }
  }

  #finish(): void {
    if (this.#failure !== undefined) return
    this.#options.signal.removeEventListener('abort', this.#stop)
    const [first] = this.#parts
    const bytes = first === undefined || this.#parts.length > 1 ? Buffer.concat(this.#parts) : first
    this.#resolve({ status: this.#status, headers: this.#headers, body: textOf(bytes) })
  }

  #fail(reason: unknown): void {
    if (this.#failure !== undefined) return
    this.#failure = asError(reason)
    this.#options.signal.removeEventListener('abort', this.#stop)
    this.#parts = []
    this.#reject(this.#failure)
    this.#compressed?.destroy(this.#failure)
    this.#controller?.abort(this.#failure)
  }
}

/** Drops a byte order mark, which no JSON parser accepts. */
function textOf(bytes: Buffer): string {
  const text = bytes.toString()
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}
