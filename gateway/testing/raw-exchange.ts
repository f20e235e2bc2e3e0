import { connect } from 'node:net'
import { onTestFinished } from 'vitest'

export interface RawConnection {
  write(bytes: string): void
  /** Returns all that has arrived so far. */
  text(): string
  readonly closed: Promise<string>
}

/** Opens a connection until the end of the test. */
export function openConnection(url: string): Promise<RawConnection> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    let text = ''
    const socket = connect(Number(port), hostname)
    const closed = new Promise<string>((done) => socket.on('close', () => done(text)))
    socket.on('error', () => undefined)
    socket.on('data', (part) => (text += part.toString()))
    onTestFinished(() => void socket.destroy())
    const opened = { write: (bytes: string) => void socket.write(bytes), text: () => text, closed }
    socket.on('connect', () => resolve(opened))
    socket.on('close', () => resolve(opened))
  })
}

/** Writes the bytes and returns everything that comes back until the gateway closes the connection. */
export async function exchangeBytes(url: string, bytes: string): Promise<string> {
  const connection = await openConnection(url)
  connection.write(bytes)
  return connection.closed
}

/** Reads the last answer of an exchange. */
export function readAnswer(text: string) {
  const [, status = '', head = '', body = ''] =
    /HTTP\/1\.1 (?!100)(\d{3})[^\r\n]*\r\n(.*?)\r\n\r\n(.*)$/s.exec(text) ?? []
  const headers = new Map(
    head.split('\r\n').map((line) => {
      const [name = '', ...value] = line.split(': ')
      return [name.toLowerCase(), value.join(': ')]
    }),
  )
  return { status: Number(status), headers, body }
}
