import { spawn } from 'node:child_process'
import { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { createLogOutput } from '../observe/log-output'
import { openConnection } from './raw-exchange'
import { sendTo } from './test-gateway'

/** A stream that is read only when told. */
function stalledStream() {
  const arrived: string[] = []
  let go: (() => void) | undefined
  let reading = false
  const stream = new Writable({
    highWaterMark: 100,
    write(chunk: Buffer, _, done) {
      arrived.push(chunk.toString())
      if (reading) done()
      else go = done
    },
  })
  return {
    stream,
    text: () => arrived.join(''),
    read: () => {
      reading = true
      go?.()
    },
  }
}

describe('a log whose reader has stalled', () => {
  test('keeps the lines of the audit and says how many others it dropped', async () => {
    const { stream, text, read } = stalledStream()
    const write = createLogOutput(stream, { most: 1000, now: () => 0 })
    write(`first ${'x'.repeat(200)}\n`, 'error')
    for (let n = 0; n < 10_000; n += 1) write(`info ${n}\n`, 'info')
    for (let n = 0; n < 20; n += 1) write(`audit ${n}\n`, 'audit')
    for (let n = 0; n < 10_000; n += 1) write(`info ${n}\n`, 'info')
    read()
    await vi.waitUntil(() => text().includes('info 9999'))
    const lines = text().trim().split('\n')
    expect(lines.filter((line) => line.startsWith('audit'))).toEqual(
      Array.from({ length: 20 }, (_, n) => `audit ${n}`),
    )
    expect(lines[1]).toMatch(/"level":"warn","event":"log lines dropped","info":19\d{3}/)
    expect(text().length).toBeLessThan(1500)
    write('after\n', 'audit')
    expect(text()).toMatch(/after\n$/)
  })

  test('drops the oldest lines of the audit when there is nothing else to drop', async () => {
    const { stream, text, read } = stalledStream()
    const write = createLogOutput(stream, { most: 100, now: () => 0 })
    write(`first ${'x'.repeat(200)}\n`, 'error')
    for (let n = 0; n < 100; n += 1) write(`audit ${n}\n`, 'audit')
    read()
    await vi.waitUntil(() => text().includes('audit 99'))
    expect(text()).toContain('"audit":89')
  })
})

test('a closed stream takes lines without an error', () => {
  const { stream } = stalledStream()
  stream.on('error', () => undefined)
  stream.destroy()
  const write = createLogOutput(stream)
  for (const level of ['info', 'audit'] as const) expect(() => write('x\n', level)).not.toThrow()
})

describe('a process whose standard output', () => {
  async function started() {
    const child = spawn(process.execPath, ['--import', 'tsx', 'gateway/main.ts'], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      env: { PATH: process.env['PATH'], PORT: '0', DEMO: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    let text = ''
    child.stdout.on('data', (part) => (text += String(part)))
    await vi.waitUntil(() => /Portdeck: \S+/.test(text))
    return { child, url: /Portdeck: (\S+)/.exec(text)?.[1] ?? '', text: () => text }
  }

  test('is closed goes on answering', async () => {
    const { child, url } = await started()
    child.stdout.destroy()
    child.stderr.destroy()
    for (let asked = 0; asked < 20; asked += 1) {
      expect((await sendTo(url, { path: '/session' })).status).toBe(200)
    }
    expect(child.exitCode).toBeNull()
  })

  test('is not read goes on answering, and drops what exceeds its bound', async () => {
    const { child, url, text } = await started()
    child.stdout.pause()
    const { host } = new URL(url)
    const connection = await openConnection(url)
    const request = `GET /${'a/'.repeat(145)} HTTP/1.1\r\nHost: ${host}\r\nConnection: `
    // Half a kilobyte each, so that much more than the bound is written.
    connection.write(`${request}keep-alive\r\n\r\n`.repeat(5000) + `${request}close\r\n\r\n`)
    await connection.closed
    expect((await sendTo(url, { path: '/session' })).status).toBe(200)
    child.stdout.resume()
    await vi.waitUntil(() => text().includes('"event":"log lines dropped","info":'))
    const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code)))
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(text()).toContain('"event":"stopped"')
  })
})
