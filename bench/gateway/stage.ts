import { randomBytes } from 'node:crypto'
import { request } from 'undici'
import { freePort, startChild, until } from '../../e2e/processes/child'
import { startNginx } from '../../e2e/processes/nginx'
import { project, startGateway } from '../../e2e/processes/project'
import { connections, type Target } from './load'
import { portsOfSeveral } from './paths'

/** Configures nginx as a plain proxy with kept connections to the upstream and an access log. */
const plainProxy = (port: number, upstream: number) => `
upstream bare {
  server 127.0.0.1:${upstream};
  keepalive 64;
}
server {
  listen 127.0.0.1:${port};
  keepalive_requests 1000000;
  access_log access.log;
  location / {
    proxy_pass http://bare;
    proxy_http_version 1.1;
    proxy_set_header Connection "";
  }
}
`

/** Signs in with a random token, which this upstream accepts, and returns the cookie. */
export async function signIn(gateway: string): Promise<string> {
  const answer = await request(`${gateway}/session`, {
    method: 'POST',
    headers: { origin: gateway, 'x-portdeck': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ token: randomBytes(20).toString('hex') }),
  })
  const text = await answer.body.text()
  const [cookie] = [answer.headers['set-cookie'] ?? []].flat()
  if (cookie === undefined) throw new Error(`The sign-in failed: ${answer.statusCode} ${text}`)
  return cookie.split(';')[0] ?? ''
}

/** As in the image. */
const heapLimit = '--max-old-space-size=192'

/**
 * Starts an upstream, and nginx and the gateway in front of it, as three processes.
 * @param settings of the gateway, in place of its defaults
 * @param profile a folder for a CPU profile of the gateway; empty for none
 */
export async function setStage(settings: Readonly<Record<string, string>>, profile = '') {
  const [upstreamPort, nginxPort, gatewayPort, managementPort] = await Promise.all(
    Array.from({ length: 4 }, freePort),
  )
  const upstream = await startChild({
    command: process.execPath,
    args: ['--import', 'tsx', 'bench/gateway/upstream.ts'],
    cwd: project,
    env: { PORT: String(upstreamPort) },
    ready: (output) =>
      until(
        () => output().includes('listening'),
        () => `The upstream did not start:\n${output()}`,
      ),
  })
  const bareUrl = `http://127.0.0.1:${upstreamPort}`
  const nginx = await startNginx(nginxPort ?? 0, plainProxy(nginxPort ?? 0, upstreamPort ?? 0))
  const gateway = await startGateway(
    {
      PORT: String(gatewayPort),
      MANAGEMENT_PORT: String(managementPort),
      RAINBOND_URL: bareUrl,
      SESSION_SECRET: randomBytes(32).toString('base64'),
      LOG_LEVEL: 'info',
      ...settings,
    },
    {
      built: true,
      nodeArgs: [heapLimit, ...(profile === '' ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`])],
    },
  )
  const gatewayUrl = `http://127.0.0.1:${gatewayPort}`
  const cookie = await signIn(gatewayUrl)

  const target = (name: string, url: string, pids: () => readonly number[], headers = {}): Target => ({
    name,
    url,
    paths: portsOfSeveral(connections),
    headers,
    pids,
  })
  return {
    bare: target('bare upstream', bareUrl, () => [upstream.pid]),
    nginx: target('nginx', nginx.url, nginx.pids),
    gateway: target('gateway', gatewayUrl, () => [gateway.pid], { cookie }),
    managementUrl: `http://127.0.0.1:${managementPort}`,
    async close() {
      await gateway.end('SIGTERM')
      await nginx.stop()
      await upstream.end('SIGTERM')
    },
  }
}
