import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { scaleSeed } from '../../emulator/seeds/scale'

const folder = fileURLToPath(new URL('.', import.meta.url))
const agGridFolder = join(folder, 'node_modules/ag-grid-community')

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
}

/** The files that the pages of the rivals consist of. */
const files = new Map([
  ['/ag-grid.js', join(agGridFolder, 'dist/ag-grid-community.min.js')],
  ...[
    'page.css',
    'rows.js',
    'dom/index.html',
    'dom/grid.css',
    'dom/page.js',
    'ag-grid/index.html',
    'ag-grid/page.js',
  ].map((name) => [`/${name}`, join(folder, name)] as const),
])

/** Returns the version of AG Grid that is installed. */
export function agGridVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(agGridFolder, 'package.json'), 'utf8'))
  return z.object({ version: z.string() }).parse(manifest).version
}

/** Returns the rows of Portdeck's page of one component with so many ports, as plain values. */
function rowsOf(ports: number) {
  const seed = scaleSeed({ components: 1, portsPerComponent: ports })
  const tcpDomain = seed.regions[0]?.tcpdomain ?? ''
  const publicAddresses = new Map([
    ...seed.tcp_rules.map(
      (rule) => [rule.container_port, rule.end_point.replace('0.0.0.0', tcpDomain)] as const,
    ),
    ...seed.http_rules.map((rule) => [rule.container_port, `http://${rule.domain_name}`] as const),
  ])
  return seed.ports.map((port) => {
    const internalAddress = port.is_inner_service ? `${port.k8s_service_name}:${port.container_port}` : ''
    return {
      port: port.container_port,
      protocol: port.protocol,
      alias: port.port_alias,
      inner: port.is_inner_service,
      outer: port.is_outer_service,
      address:
        (port.is_outer_service ? publicAddresses.get(port.container_port) : undefined) ?? internalAddress,
    }
  })
}

/** Serves the pages of the rivals on the loopback interface. */
export async function serveRivals() {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const file = files.get(pathname)
    if (file !== undefined) {
      response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream')
      response.end(readFileSync(file))
    } else if (pathname === '/rows') {
      response.setHeader('Content-Type', 'application/json')
      response.end(JSON.stringify(rowsOf(Number(searchParams.get('ports')))))
    } else {
      response.statusCode = 404
      response.end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
