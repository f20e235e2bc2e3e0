import { createServer } from 'node:http'
import { onTestFinished } from 'vitest'

const stranger = JSON.stringify({ code: 401, msg: 'No such user' })

const port = JSON.stringify({
  container_port: 8080,
  mapping_port: 8080,
  lb_mapping_port: 0,
  protocol: 'http',
  port_alias: 'WEB8080',
  is_inner_service: true,
  is_outer_service: false,
  k8s_service_name: 'web',
})

export interface PeopleConsole {
  readonly url: string
  /** How many calls for the cluster `hanging` are waiting. */
  readonly hanging: () => number
  /** Answers what hangs, and everything from now on. */
  release(): void
}

/** Returns one of the access tokens of a person. */
export const tokenOf = (person: number, token = 1) => `token-${token}-of-${person}`

/** The ports of a component in a cluster of the team that everybody is in. */
export const portsIn = (cluster: string, component = 's1') =>
  `/openapi/v1/teams/t1/regions/${cluster}/apps/1/services/${component}/ports`

/**
 * Starts a console over HTTP, until the end of the test. It knows everybody by `tokenOf`. Its cluster `hanging` does not
 * answer until `release`; the answers of its cluster `large` have `largeBytes`.
 */
export async function startPeopleConsole({ largeBytes = 0 } = {}): Promise<PeopleConsole> {
  const held = new Set<() => void>()
  let released = false
  const rows = Array<string>(Math.ceil(largeBytes / port.length))
    .fill(port)
    .join()
  const large = `{"data":{"bean":{},"list":[${rows}]}}`

  function bodyFor(url: string, id: string): string {
    if (url.endsWith('/currentuser')) {
      return JSON.stringify({ bean: { user_id: Number(id), nick_name: `person-${id}` } })
    }
    if (url.includes('/teams?')) {
      return JSON.stringify({ total: 1, tenants: [{ tenant_id: 't1', tenant_name: 'shop' }] })
    }
    return url.includes('/regions/large/') ? large : JSON.stringify({ data: { bean: {}, list: [] } })
  }

  const server = createServer((incoming, outgoing) => {
    const { url = '', headers } = incoming
    const id = /^token-\d+-of-(\d+)$/.exec(headers.authorization ?? '')?.[1]
    const hangs = id !== undefined && url.includes('/regions/hanging/') && !released
    const end = () => {
      held.delete(end)
      outgoing.writeHead(id === undefined ? 401 : 200, { 'content-type': 'application/json' })
      outgoing.end(id === undefined ? stranger : bodyFor(url, id))
    }
    if (!hangs) {
      end()
      return
    }
    held.add(end)
    outgoing.once('close', () => held.delete(end))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const listening = address !== null && typeof address === 'object' ? address.port : 0
  return {
    url: `http://127.0.0.1:${listening}`,
    hanging: () => held.size,
    release() {
      released = true
      for (const end of held) end()
    },
  }
}
