import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../processes/child'
import { copyProject } from '../processes/project'

/** A development server (`npm run dev`) on a copy of the project, whose sources may be changed. */
export interface DevServer {
  readonly url: string
  /** Changes a source file of the copy. Throws if it does not contain `before`. */
  edit(file: string, before: string, after: string): void
  stop(): Promise<void>
}

/** Starts a development server for the console at `rainbondUrl`, and waits until it answers. */
export async function startDevServer(rainbondUrl: string): Promise<DevServer> {
  const copy = copyProject()
  const port = await freePort()
  const server = spawn(process.execPath, ['scripts/serve.mjs', 'dev'], {
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
      if (!text.includes(before)) throw new Error(`${file} does not contain ${before}`)
      writeFileSync(path, text.replace(before, after))
    },
    async stop() {
      server.kill('SIGTERM')
      await ended
      rmSync(copy, { recursive: true, force: true })
    },
  }
}
