import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

const minimum = [20, 19]
const stamp = `${root}node_modules/.portdeck-lock`

/**
 * Installs the locked dependencies where they are missing or older than the lock file, and changes into the project's
 * root. Ends the process with a sentence that says what to do where Node is too old or the installation fails.
 */
export function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < minimum[0] || (major === minimum[0] && minor < minimum[1])) {
    stop(`Portdeck needs Node ${minimum.join('.')} or newer; this is ${process.versions.node}.`)
  }
  process.chdir(root)
  const lock = createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.log('Installing dependencies …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) stop('The dependencies could not be installed: see the lines above, then try again.')
  writeFileSync(stamp, lock)
}

/** Says `message` on standard error and ends the process as failed. */
export function stop(message) {
  console.error(message)
  process.exit(1)
}
