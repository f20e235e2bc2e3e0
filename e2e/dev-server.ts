import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from './processes/free-port'

const project = fileURLToPath(new URL('..', import.meta.url))
const notCopied = new Set(['node_modules', '.git', 'dist', 'test-results', 'coverage'])

/** A development server (`npm run dev`) on a copy of the project, so that its sources may be changed. */
export interface DevServer {
  readonly url: string
  /** Changes a source file of the copy; the path is relative to the project. Throws where `before` is not in it. */
  edit(file: string, before: string, after: string): void
  stop(): Promise<void>
}

function copyProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'portdeck-dev-'))
  for (const name of readdirSync(project)) {
    if (!notCopied.has(name)) cpSync(join(project, name), join(copy, name), { recursive: true })
  }
  // A directory of links, not one link: what Vite keeps in there, and what counts as installed, stays the copy's own.
  const modules = join(copy, 'node_modules')
  mkdirSync(modules)
  for (const name of readdirSync(join(project, 'node_modules'))) {
    if (!name.startsWith('.')) symlinkSync(join(project, 'node_modules', name), join(modules, name))
  }
  const lock = createHash('sha256').update(readFileSync(join(copy, 'package-lock.json')))
  writeFileSync(join(modules, '.portdeck-lock'), lock.digest('hex'))
  return copy
}

/** Starts a development server in front of the console at `rainbondUrl`, and waits until it answers. */
export async function startDevServer(rainbondUrl: string): Promise<DevServer> {
  const copy = copyProject()
  const port = await freePort()
  const server = spawn(process.execPath, ['scripts/dev.mjs'], {
    cwd: copy,
    env: { ...process.env, PORT: String(port), RAINBOND_URL: rainbondUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(server, 'exit')
  let output = ''
  const url = `http://127.0.0.1:${port}`
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      if (output.includes(`hot reload: ${url}`)) resolve()
    }
    server.stdout.on('data', read)
    server.stderr.on('data', read)
    void ended.then(() => reject(new Error(`The development server ended:\n${output}`)))
  })

  return {
    url,
    edit(file, before, after) {
      const path = join(copy, file)
      const text = readFileSync(path, 'utf8')
      if (!text.includes(before)) throw new Error(`${file} holds no ${before}`)
      writeFileSync(path, text.replace(before, after))
    },
    async stop() {
      server.kill('SIGTERM')
      await ended
      rmSync(copy, { recursive: true, force: true })
    },
  }
}
