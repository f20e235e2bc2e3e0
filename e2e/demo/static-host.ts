import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { spawnSync } from 'node:child_process'
import { project } from '../processes/project'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
}

export interface StaticHost {
  readonly origin: string
  readonly stop: () => void
}

/** Builds the demo into a new folder, as a person does, and returns its path. */
export function buildDemo(): string {
  const folder = mkdtempSync(join(tmpdir(), 'portdeck-demo-'))
  const args = ['scripts/build-demo.mjs', '--outDir', folder, '--emptyOutDir']
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: project,
    encoding: 'utf8',
    timeout: buildMs,
  })
  if (status !== 0) throw new Error(`npm run build:demo failed or took too long:\n${stderr}`)
  return folder
}

/** Milliseconds, several times what it takes on two busy cores. */
const buildMs = 60_000

export const removeDemo = (folder: string) => rmSync(folder, { recursive: true })

/** Serves a folder below `base` as simply as a host can: files, `index.html` of the folder, and `404.html` for the rest. */
export async function serveStatic(folder: string, base: string): Promise<StaticHost> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname)
    const isBelow = path.startsWith(`${base}/`) && request.method === 'GET'
    const file = join(folder, normalize(path.slice(base.length)), path.endsWith('/') ? 'index.html' : '')
    const found = isBelow && existsSync(file) && statSync(file).isFile()
    const sent = found ? file : join(folder, '404.html')
    response.writeHead(found ? 200 : 404, { 'content-type': types[extname(sent)] ?? 'text/plain' })
    response.end(readFileSync(sent))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  return {
    origin: `http://127.0.0.1:${port}`,
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}
