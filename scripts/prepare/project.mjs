import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

const minimum = [20, 19]
const stamp = `${root}node_modules/.portdeck-lock`

/**
 * Changes into the project's root, and installs the locked dependencies if they are missing or older than the lock file.
 * The process fails with instructions if Node is too old or the installation fails.
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
  console.log('Installing dependencies…')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) stop('Could not install the dependencies. Fix the errors above and try again.')
  writeFileSync(stamp, lock)
}

/**
 * Builds the single-page app into dist/, and restores `NODE_ENV`: Vite sets it to `production` for the whole process,
 * which would disable hot reload in the development server of the end-to-end tests.
 */
export async function build() {
  const before = process.env.NODE_ENV
  const { build: viteBuild } = await import('vite')
  await viteBuild({ logLevel: 'warn' })
  if (before === undefined) delete process.env.NODE_ENV
  else process.env.NODE_ENV = before
}

/** Prints `message` to standard error and exits with status 1. */
export function stop(message) {
  console.error(message)
  process.exit(1)
}
