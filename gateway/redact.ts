/**
 * The fields that never reach a browser: a cluster's secrets and addresses, what a crash says of the console's inside,
 * and what an operation was asked with.
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

/** Takes JSON, as parsed, and gives it without secrets; the very same value where there was nothing to take out. */
export function redact(value: unknown): unknown {
  return isClean(value) ? value : withoutSecrets(value)
}

/** Nearly every answer is clean, so that looking through it makes nothing anew. */
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
