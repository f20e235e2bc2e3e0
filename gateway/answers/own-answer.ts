import { STATUS_CODES, type ServerResponse } from 'node:http'
import type { Language } from '../http/language'
import type { Refusal } from '../http/refusal'
import { errorPage } from './error-page'

/** An answer that the gateway writes without the app, because the request never got there. */
export interface OwnAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface OwnAnswerFacts {
  readonly refusal: Refusal
  readonly requestId: string
  /** Whether the answer is a page for a person rather than JSON for a script. */
  readonly page: boolean
  readonly language: Language
  /** The path of the app's first page. */
  readonly home: string
  /** The headers that every answer carries. */
  readonly always: Readonly<Record<string, string>>
}

export function ownAnswer({ refusal, requestId, page, language, home, always }: OwnAnswerFacts): OwnAnswer {
  const { status, facts } = refusal
  const body = page
    ? errorPage({ status, requestId, language, home })
    : JSON.stringify(refusal.body(requestId, language))
  return {
    status,
    headers: {
      ...always,
      'X-Request-Id': requestId,
      'Content-Type': page ? 'text/html; charset=UTF-8' : 'application/json',
      ...(facts.retryAfter !== undefined && { 'Retry-After': String(facts.retryAfter) }),
      'Content-Length': String(Buffer.byteLength(body)),
    },
    body,
  }
}

export function writeAnswer(outgoing: ServerResponse, { status, headers, body }: OwnAnswer): void {
  outgoing.writeHead(status, { ...headers }).end(body)
}

/** Returns an answer as bytes for a connection that is closed after it. */
export function answerBytes({ status, headers, body }: OwnAnswer, withBody: boolean): string {
  const all = { ...headers, Date: new Date().toUTCString(), Connection: 'close' }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${withBody ? body : ''}`
}
