import { frameworkError, type Refused } from './answers'

/** A body as Django REST framework hands it to a serializer. */
export type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'form'; readonly fields: ReadonlyMap<string, string> }

const unreadable = (what: string): Refused => frameworkError('ParseError', 400, what)

function readJson(bytes: ArrayBuffer): Body {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const value: unknown = JSON.parse(text)
    return { kind: 'json', value }
  } catch {
    throw unreadable('JSON parse error - the body is not JSON')
  }
}

async function readMultipart(bytes: ArrayBuffer, contentType: string): Promise<Body> {
  try {
    const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData()
    const fields = new Map<string, string>()
    for (const [name, value] of form) if (typeof value === 'string') fields.set(name, value)
    return { kind: 'form', fields }
  } catch {
    throw unreadable('Multipart form parse error - Invalid boundary in multipart: None')
  }
}

/**
 * Reads the body of a request as the console does, as JSON or a form by its content type. A missing body is accepted.
 * @throws Refused 400 if it cannot be read, 415 for any other content type
 */
export async function readBody(request: Request): Promise<Body> {
  const contentType = request.headers.get('content-type') ?? ''
  const type = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  const isForm = type === 'application/x-www-form-urlencoded' || type === 'multipart/form-data'
  const bytes = await request.arrayBuffer()
  if (bytes.byteLength === 0) {
    return isForm ? { kind: 'form', fields: new Map() } : { kind: 'json', value: {} }
  }
  if (type === 'application/json') return readJson(bytes)
  if (type === 'multipart/form-data') return readMultipart(bytes, contentType)
  if (isForm) {
    return { kind: 'form', fields: new Map(new URLSearchParams(new TextDecoder().decode(bytes))) }
  }
  throw frameworkError('UnsupportedMediaType', 415, `不支持请求中的媒体类型 “${contentType}”。`)
}
