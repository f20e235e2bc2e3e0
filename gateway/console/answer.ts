import type { ContentfulStatusCode } from 'hono/utils/http-status'
import * as z from 'zod/mini'
import { refusalSchema } from '../../src/api/contract/envelope'
import { Refusal } from '../http/refusal'
import type { Pause } from '../limits/large-answers'
import { NestedTooDeep, parseJson } from './json/parse-json'
import type { UpstreamAnswer } from './upstream'

/** An answer of the console, for the gateway alone: only a projection of it may go to a browser. */
export interface ConsoleAnswer {
  readonly status: ContentfulStatusCode | 204
  /** The parsed body; undefined if there is none. */
  readonly json: unknown
}

const licenceCode = 10400

/** Recognizes a licence problem: a 401 that must not sign the person out (docs/contract.md, "Authentication"). */
export function isLicenceProblem({ status, json }: ConsoleAnswer): boolean {
  const refusal = z.safeParse(refusalSchema, json)
  return status === 401 && refusal.success && refusal.data.code === licenceCode
}

/**
 * Returns the answer unless the console rejected the token. A licence problem, also a 401, is returned like any other
 * answer.
 * @throws Refusal `unauthenticated`
 */
export function acceptedToken(answer: ConsoleAnswer): ConsoleAnswer {
  if (answer.status === 401 && !isLicenceProblem(answer)) throw new Refusal('unauthenticated')
  return answer
}

const isFinal = (status: number): status is ContentfulStatusCode =>
  (status >= 200 && status < 300) || (status >= 400 && status < 600)

async function readJson({ status, contentType, body }: UpstreamAnswer, pause: Pause): Promise<unknown> {
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(contentType)) {
    // Rainbond's own answer to an unknown path, or to a route that older versions lack.
    if (status === 404) throw new Refusal('not-found', { detail: 'The console does not know this route.' })
    throw new Refusal('upstream', {
      reason: 'not-json',
      detail: `The console answered ${status} without JSON.`,
    })
  }
  try {
    return await parseJson(body, { pause })
  } catch (cause) {
    if (cause instanceof NestedTooDeep) {
      const detail = `The console answered ${status} with JSON nested too deep.`
      throw new Refusal('upstream', { detail }, { cause })
    }
    if (!(cause instanceof SyntaxError)) throw cause
    const detail = `The console answered ${status} with incomplete JSON.`
    throw new Refusal('upstream', { reason: 'cut-off', detail }, { cause })
  }
}

/**
 * Parses an answer of the console, whether it is a success or a refusal.
 * @param pause called between pieces of a large one
 * @throws Refusal `not-found` for an HTML 404; `upstream` for anything else that is not JSON, for JSON nested too deep,
 *   and for a redirect; what `pause` throws
 */
export async function readAnswer(answer: UpstreamAnswer, pause: Pause): Promise<ConsoleAnswer> {
  const { status } = answer
  if (status === 204 || status === 205) return { status: 204, json: undefined }
  if (!isFinal(status)) {
    throw new Refusal('upstream', {
      reason: 'not-json',
      detail: `The console answered with the unexpected status ${status}.`,
    })
  }
  return { status, json: await readJson(answer, pause) }
}
