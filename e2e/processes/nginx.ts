import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startChild, until } from './child'

/** A running nginx with a separate folder and one worker. */
export interface Nginx {
  readonly url: string
  /** Returns the ids of the master and then its workers. */
  readonly pids: () => number[]
  /** Replaces the servers, and waits until the previous workers have finished. */
  reload(servers: string): Promise<void>
  stop(): Promise<void>
}

/** The main configuration, which includes the file of the guide in `http`. */
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
      // The name in parentheses may contain anything. The state and the parent follow it.
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent
    } catch {
      return false // The process has ended.
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
 * @param port the port of `servers` on loopback
 * @param servers the content of `http`: upstreams and servers
 */
export async function startNginx(port: number, servers: string): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'portdeck-nginx-'))
  // Workers may run as another user, and store large bodies here.
  chmodSync(folder, 0o755)
  writeFileSync(join(folder, 'nginx.conf'), around)
  const write = (text: string) => writeFileSync(join(folder, 'servers.conf'), text)
  write(servers)
  const removeFolder = () => rmSync(folder, { recursive: true, force: true })
  process.on('exit', removeFolder)

  const master = await startChild({
    command: process.env['NGINX_PATH'] ?? 'nginx',
    args: ['-p', folder, '-c', 'nginx.conf', '-e', 'stderr'],
    // SIGKILL would leave the workers running.
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
