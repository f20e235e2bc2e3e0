import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import * as z from 'zod'
import { createEmulator } from '../../emulator/create-emulator'
import { recordedSeed } from '../../emulator/recorded/read-recorded'
import { connections } from './load'
import { benchPaths, isLargeList, portsOfSeveral } from './paths'

// Runs as a separate process that answers a few reads from memory, as fast as Node can. The answers are those of the
// emulator with the recorded seed. Every token is valid and belongs to a person of its own.

/** As of an app with several thousand components. */
const largeBytes = 6 * 1024 * 1024

async function record(path: string): Promise<string> {
  const emulator = createEmulator({ seed: recordedSeed, now: () => new Date() })
  const headers = { Authorization: recordedSeed.tokens[0]?.token ?? '' }
  const answer = await emulator.fetch(new Request(`http://console${path}`, { headers }))
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return answer.text()
}

const answers = new Map<string, Buffer>()
for (const path of [benchPaths.ports, benchPaths.teams]) answers.set(path, Buffer.from(await record(path)))
const portsAnswer = Buffer.from(await record(benchPaths.ports))
for (const path of portsOfSeveral(connections)) answers.set(path, portsAnswer)
const [component] = z.array(z.unknown()).parse(JSON.parse(await record(benchPaths.components)))
const count = Math.ceil(largeBytes / JSON.stringify(component).length)
const large = Buffer.from(JSON.stringify(Array.from({ length: count }, () => component)))
const someone = await record(benchPaths.user)

/** Returns the owner of the token in a request: always the same person for the same token. */
function ownerOf({ headers }: IncomingMessage): Buffer {
  const hash = createHash('sha256')
    .update(headers.authorization ?? '')
    .digest()
  return Buffer.from(someone.replace(/"user_id":\s*\d+/, `"user_id":${hash.readUInt32BE() + 1}`))
}

const server = createServer((incoming, outgoing) => {
  const path = incoming.url ?? ''
  // A cluster that never answers.
  if (path.includes(benchPaths.hangingRegion)) return
  const body = path === benchPaths.user ? ownerOf(incoming) : isLargeList(path) ? large : answers.get(path)
  if (body === undefined) outgoing.writeHead(404).end()
  else
    outgoing
      .writeHead(200, { 'content-type': 'application/json', 'content-length': body.byteLength })
      .end(body)
})
// Clients decide when to close a connection.
server.keepAliveTimeout = 600_000
server.listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('listening'))
