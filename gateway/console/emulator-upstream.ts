import { createEmulator } from '../../emulator/create-emulator'
import { TransportFault } from '../../emulator/faults/answers'
import { demoExample, demoSeed, demoToken } from '../../emulator/seeds/demo'
import { abortSignalOf, type StopSignal } from '../http/stop'
import { type Upstream, UpstreamFailure, upstreamHeaders } from './upstream'

const origin = 'http://emulator'

function untilAborted(signal: StopSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'))
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
}

/**
 * Answers calls by an emulator in this process. Its transport faults become what a broken connection looks like: silence
 * until the timeout, or a failure.
 */
export function emulatorUpstream(emulator: (request: Request) => Promise<Response>): Upstream {
  return async (request) => {
    const { method, path, body, signal, received } = request
    try {
      const answer = await emulator(
        new Request(origin + path, {
          method,
          headers: upstreamHeaders(request),
          body: body ?? null,
          signal: abortSignalOf(signal),
        }),
      )
      const text = await answer.text()
      received?.(Buffer.byteLength(text))
      return {
        status: answer.status,
        contentType: answer.headers.get('content-type') ?? '',
        body: text,
      }
    } catch (error) {
      signal.throwIfAborted()
      if (!(error instanceof TransportFault)) throw error
      if (error.signal.kind === 'timeout') return untilAborted(signal)
      throw new UpstreamFailure('broken', { cause: error })
    }
  }
}

/** What visitors of the demo are given. */
interface Demo {
  readonly demoToken: string
  /** The path of a page that shows something. */
  readonly demoExample: string
}

/** Creates an emulator with the demo seed. */
export function demoUpstream(): { readonly call: Upstream } & Demo {
  const { fetch } = createEmulator({ seed: demoSeed(), now: () => new Date() })
  return { call: emulatorUpstream(fetch), demoToken, demoExample }
}
