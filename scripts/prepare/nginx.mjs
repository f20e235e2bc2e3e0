import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { stop } from './project.mjs'

// Debian's folder of servers may be missing in PATH.
const candidates = () =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'].map((folder) => join(folder, 'nginx'))

/**
 * Returns the path of an nginx: the first of NGINX_PATH, PATH and, as root, Debian's package. Without any, the process
 * fails with instructions.
 */
export function ensureNginx() {
  const chosen = process.env.NGINX_PATH
  if (chosen) return existsSync(chosen) ? chosen : stop(`NGINX_PATH is ${chosen}, which does not exist.`)
  const present = () => candidates().find((path) => existsSync(path))
  const found = present()
  if (found) return found

  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing the system package nginx…')
    const install = (...args) =>
      spawnSync('apt-get', args, {
        stdio: 'inherit',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      })
    install('update', '-qq')
    install('install', '-y', '-qq', '--no-install-recommends', 'nginx')
    const installed = present()
    if (installed) return installed
  }
  return stop('This command needs nginx. Install it (Debian: apt-get install nginx) or set NGINX_PATH.')
}
