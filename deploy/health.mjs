// Exits with 0 if Portdeck answers on its management port, else with 1: the image's health check.
const { HOST, MANAGEMENT_HOST, MANAGEMENT_PORT } = process.env
const listening = MANAGEMENT_HOST || HOST || '127.0.0.1'
const host = { '0.0.0.0': '127.0.0.1', '::': '::1' }[listening] ?? listening
const address = host.includes(':') ? `[${host}]` : host

try {
  const { ok } = await fetch(`http://${address}:${MANAGEMENT_PORT}/healthz`)
  process.exitCode = ok ? 0 : 1
} catch {
  process.exitCode = 1
}
