import { readAnswer } from '../../gateway/console/answer'
import type { ConsoleCall } from '../../gateway/console/console-calls'
import { emulatorUpstream } from '../../gateway/console/emulator-upstream'
import { UpstreamFailure } from '../../gateway/console/upstream'
import { Refusal } from '../../gateway/http/refusal'
import { abortSignalOf } from '../../gateway/http/stop'
import type { Emulator } from '../../emulator/create-emulator'

/** The gateway's own time limits (docs/operation.md), in milliseconds. */
const defaultLimits = { readMs: 15_000, writeMs: 30_000 }

// Its answers are small.
const neverPause = () => Promise.resolve()

/** Calls the emulator as the gateway calls a console, with the same refusals for what is no answer. */
export function demoCalls(fetch: Emulator['fetch'], { readMs, writeMs } = defaultLimits): ConsoleCall {
  const upstream = emulatorUpstream(fetch)
  return async ({ method, path, token, body, requestId }, gaveUp) => {
    const limitMs = method === 'GET' ? readMs : writeMs
    const limit = AbortSignal.timeout(limitMs)
    const signal = gaveUp ? AbortSignal.any([limit, abortSignalOf(gaveUp)]) : limit
    try {
      const sent = { method, path, requestId, signal }
      const answer = await upstream({
        ...sent,
        ...(token !== undefined && { token }),
        ...(body !== undefined && { body }),
      })
      return await readAnswer(answer, neverPause)
    } catch (error) {
      if (limit.aborted) {
        const detail = `The console did not answer within ${limitMs / 1000} s.`
        throw new Refusal('timeout', { detail })
      }
      if (!(error instanceof UpstreamFailure)) throw error
      const detail = 'The connection to the console broke before its complete answer arrived.'
      throw new Refusal('upstream', { reason: 'cut-off', detail }, { cause: error })
    }
  }
}
