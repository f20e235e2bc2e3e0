import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startChild, until } from './child'

/** An nginx of our own: a free port, a folder of its own, one worker. */
export interface Nginx {
  readonly url: string
  /** The master, then its workers. */
  readonly pids: () => number[]
  /** Takes over other servers, and waits until the workers of before have finished what they had. */
  reload(servers: string): Promise<void>
  stop(): Promise<void>
}

/** What stands around the file of the guide, which is included in `http`. */
const around = `daemon off;
pid nginx.pid;
error_log stderr warn;
worker_processes 1;
events {
  worker_connections 1024;
}
http {
  access_log off;
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  include servers.conf;
}
`

function childrenOf(parent: number): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.map(Number).filter((pid) => {
    try {
      // After the name in parentheses, which may hold anything: the state, then the parent.
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent
    } catch {
      return false // It has ended since.
    }
  })
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

/**
 * Starts the nginx that `NGINX_PATH` names.
 * @param port where `servers` listen, on loopback
 * @param servers what stands in `http`: upstreams and servers
 */
export async function startNginx(port: number, servers: string): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'portdeck-nginx-'))
  // Its workers may run as another user, and keep large bodies in here.
  chmodSync(folder, 0o755)
  writeFileSync(join(folder, 'nginx.conf'), around)
  const write = (text: string) => writeFileSync(join(folder, 'servers.conf'), text)
  write(servers)
  const removeFolder = () => rmSync(folder, { recursive: true, force: true })
  process.on('exit', removeFolder)

  const master = await startChild({
    command: process.env['NGINX_PATH'] ?? 'nginx',
    args: ['-p', folder, '-c', 'nginx.conf', '-e', 'stderr'],
    // Killed, the master would leave its workers behind.
    lastSignal: 'SIGTERM',
    ready: (output) =>
      until(
        () => accepts(port),
        () => `nginx does not listen:\n${output()}`,
      ),
  })

  return {
    url: `http://127.0.0.1:${port}`,
    pids: () => [master.pid, ...childrenOf(master.pid)],
    async reload(text) {
      write(text)
      const before = childrenOf(master.pid)
      process.kill(master.pid, 'SIGHUP')
      await until(
        () => {
          const now = childrenOf(master.pid)
          return now.length > 0 && !before.some((pid) => now.includes(pid))
        },
        () => `nginx did not take over its new configuration:\n${master.output()}`,
      )
    },
    async stop() {
      await master.end('SIGTERM')
      removeFolder()
    },
  }
}
