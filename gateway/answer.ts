import type { ContentfulStatusCode } from 'hono/utils/http-status'
import * as z from 'zod/mini'
import { refusalSchema } from '../src/api/contract/envelope'
import { Refusal } from './errors'
import { redact } from './redact'
import type { UpstreamAnswer } from './upstream'

/** What the console answered, fit for a browser. */
export interface CleanAnswer {
  readonly status: ContentfulStatusCode | 204
  /** JSON text; null where the answer has no body. */
  readonly body: string | null
  /** The same, parsed. */
  readonly json: unknown
}

const licenceCode = 10400

/** A licence problem is a 401 too, and must not sign the person out (docs/contract.md, "Authentication"). */
export function isLicenceProblem({ status, json }: CleanAnswer): boolean {
  const refusal = z.safeParse(refusalSchema, json)
  return status === 401 && refusal.success && refusal.data.code === licenceCode
}

const isFinal = (status: number): status is ContentfulStatusCode =>
  (status >= 200 && status < 300) || (status >= 400 && status < 600)

function parseJson({ status, contentType, body }: UpstreamAnswer): unknown {
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(contentType)) {
    // Rainbond's own answer to a path that it does not know, or a side route that an older one lacks.
    if (status === 404) throw new Refusal('not-found', { detail: 'The console does not know this route.' })
    throw new Refusal('upstream', {
      reason: 'not-json',
      detail: `The console answered ${status} without JSON.`,
    })
  }
  try {
    return JSON.parse(body)
  } catch (cause) {
    const detail = `The console answered ${status} with JSON cut off.`
    throw new Refusal('upstream', { reason: 'cut-off', detail }, { cause })
  }
}

/**
 * Takes an answer of the console. Its JSON passes, successes and refusals alike, without secrets and tracebacks.
 * Throws a `Refusal`: `not-found` for its HTML 404, `upstream` for whatever else is no JSON, and for a redirect.
 */
export function cleanAnswer(answer: UpstreamAnswer): CleanAnswer {
  const { status, body } = answer
  if (status === 204 || status === 205) return { status: 204, body: null, json: undefined }
  if (!isFinal(status)) {
    throw new Refusal('upstream', {
      reason: 'not-json',
      detail: `The console answered ${status}, which is no end.`,
    })
  }
  const json = parseJson(answer)
  const clean = redact(json)
  return { status, body: clean === json ? body : JSON.stringify(clean), json: clean }
}
