/** The fields that never reach a browser: a cluster's secrets, and what a crash says of the console's inside. */
const secretFields = new Set([
  'token',
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
  if (typeof value === 'string') return traceback.test(value) ? withheld : value
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const items: unknown[] = value
    const clean = items.map(redact)
    return clean.every((item, index) => item === items[index]) ? value : clean
  }
  const fields = Object.entries(value)
  const clean = fields
    .filter(([name]) => !secretFields.has(name))
    .map(([name, field]) => [name, redact(field)] as const)
  const untouched =
    clean.length === fields.length && clean.every(([, field], index) => field === fields[index]?.[1])
  return untouched ? value : Object.fromEntries(clean)
}
