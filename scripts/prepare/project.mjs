import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Tells whether a version of Node is in the `engines` of package.json, which the dependencies determine. */
export function isSupportedNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major >= 24
}

/** Reads a file of the project. A clone that was made under umask 077 can be read by its owner only. */
function readOwn(name) {
  try {
    return readFileSync(`${root}${name}`)
  } catch (error) {
    return stop(
      `Portdeck can't read its own files (${error.code}). Give this user the right to read ${root}.`,
    )
  }
}

/**
 * Changes into the project's root, and installs the locked dependencies if they are missing or older than the lock file.
 * The process fails with instructions if Node is too old or the installation fails.
 */
export function ensureInstalled() {
  const { node } = process.versions
  if (!isSupportedNode(node)) {
    stop(`Portdeck needs Node 20.19 or newer, 22.13 or newer, or 24 and above; this is ${node}.`)
  }
  process.chdir(root)
  install('.', 'Installing dependencies…')
}

/** Installs what the lock file of a folder says, and prints `message` before it does, unless it is there already. */
export function install(folder, message) {
  const stamp = `${root}${folder}/node_modules/.portdeck-lock`
  const lock = createHash('sha256')
    .update(readOwn(`${folder}/package-lock.json`))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.log(message)
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status } = spawnSync(npm, ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: `${root}${folder}`,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) stop('Could not install the dependencies. Fix the errors above and try again.')
  writeFileSync(stamp, lock)
}

/** Builds the single-page app into dist/. */
export const build = () => buildWith({})

/** Compiles the gateway into dist-gateway/. */
export const buildGateway = () => buildWith({ configFile: `${root}vite.gateway.config.ts` })

/**
 * Builds, and restores `NODE_ENV`: Vite sets it to `production` for the whole process, which would disable hot reload in
 * the development server of the end-to-end tests.
 */
async function buildWith(config) {
  const before = process.env.NODE_ENV
  const { build: viteBuild } = await import('vite')
  await viteBuild({ ...config, logLevel: 'warn' })
  if (before === undefined) delete process.env.NODE_ENV
  else process.env.NODE_ENV = before
}

/** Prints `message` to standard error and exits with status 1. */
export function stop(message) {
  console.error(message)
  process.exit(1)
}
