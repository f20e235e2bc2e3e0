import type { ContentfulStatusCode } from 'hono/utils/http-status'
import * as z from 'zod/mini'
import { refusalSchema } from '../../src/api/contract/envelope'
import { Refusal } from '../http/refusal'
import type { UpstreamAnswer } from './upstream'

/** An answer of the console that may go to a browser. */
export interface CleanAnswer {
  readonly status: ContentfulStatusCode | 204
  /** JSON text; null if the answer has no body. */
  readonly body: string | null
  /** The parsed body. */
  readonly json: unknown
}

const licenceCode = 10400

/** Recognizes a licence problem: a 401 that must not sign the person out (docs/contract.md, "Authentication"). */
export function isLicenceProblem({ status, json }: CleanAnswer): boolean {
  const refusal = z.safeParse(refusalSchema, json)
  return status === 401 && refusal.success && refusal.data.code === licenceCode
}

const isFinal = (status: number): status is ContentfulStatusCode =>
  (status >= 200 && status < 300) || (status >= 400 && status < 600)

function parseJson({ status, contentType, body }: UpstreamAnswer): unknown {
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(contentType)) {
    // Rainbond's own answer to an unknown path, or to a route that older versions lack.
    if (status === 404) throw new Refusal('not-found', { detail: 'The console does not know this route.' })
    throw new Refusal('upstream', {
      reason: 'not-json',
      detail: `The console answered ${status} without JSON.`,
    })
  }
  try {
    return JSON.parse(body)
  } catch (cause) {
    const detail = `The console answered ${status} with incomplete JSON.`
    throw new Refusal('upstream', { reason: 'cut-off', detail }, { cause })
  }
}

/**
 * Removes secrets and tracebacks from an answer of the console, whether it is a success or a refusal.
 * @throws Refusal `not-found` for an HTML 404; `upstream` for anything else that is not JSON, and for a redirect
 */
export function cleanAnswer(answer: UpstreamAnswer): CleanAnswer {
  const { status, body } = answer
  if (status === 204 || status === 205) return { status: 204, body: null, json: undefined }
  if (!isFinal(status)) {
    throw new Refusal('upstream', {
      reason: 'not-json',
      detail: `The console answered with the unexpected status ${status}.`,
    })
  }
  const json = parseJson(answer)
  const clean = redact(json)
  return { status, body: clean === json ? body : JSON.stringify(clean), json: clean }
}

/**
 * The fields that never reach a browser: secrets and addresses of a cluster, details of a crash, and the request of an
 * operation.
 */
const secretFields = new Set([
  'token',
  'url',
  'wsurl',
  'request_body',
  'error_trace',
  'error_details',
  'ssl_ca_cert',
  'cert_file',
  'key_file',
])

const traceback = /Traceback \(most recent call last\)/
const withheld = 'The console failed (traceback withheld)'

/** Returns parsed JSON without secrets: the same value if it holds none. */
function redact(value: unknown): unknown {
  return isClean(value) ? value : withoutSecrets(value)
}

/** Checks without copying, since nearly every answer is clean. */
function isClean(value: unknown): boolean {
  if (typeof value === 'string') return !traceback.test(value)
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(isClean)
  return !Object.keys(value).some((name) => secretFields.has(name)) && Object.values(value).every(isClean)
}

function withoutSecrets(value: unknown): unknown {
  if (typeof value === 'string') return traceback.test(value) ? withheld : value
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(withoutSecrets)
  const fields = Object.entries(value).filter(([name]) => !secretFields.has(name))
  return Object.fromEntries(fields.map(([name, field]) => [name, withoutSecrets(field)]))
}
