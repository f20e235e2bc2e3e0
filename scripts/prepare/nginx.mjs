import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { stop } from './install.mjs'

// Debian's folder of servers is not in everybody's PATH.
const places = () =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'].map((at) => join(at, 'nginx'))

/**
 * Gives the path of an nginx: NGINX_PATH, else that in PATH, else Debian's, which is installed where this is root.
 * Where none can be had, the process ends and says what to do.
 */
export function ensureNginx() {
  const chosen = process.env.NGINX_PATH
  if (chosen) return existsSync(chosen) ? chosen : stop(`NGINX_PATH names ${chosen}, which does not exist.`)
  const present = () => places().find((path) => existsSync(path))
  const found = present()
  if (found) return found

  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing the system package nginx …')
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
  return stop('This needs nginx. Install it (Debian: apt-get install nginx) or name one with NGINX_PATH.')
}
