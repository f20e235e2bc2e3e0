import { createServer } from 'node:http'
import { createEmulator } from '../../emulator/create-emulator'
import { recordedSeed } from '../../emulator/recorded/read-recorded'
import { benchPaths } from './paths'

// Runs as a separate process that answers a few reads from memory, as fast as Node can. The answers are those of the
// emulator with the recorded seed.

async function record(path: string) {
  const emulator = createEmulator({ seed: recordedSeed, now: () => new Date() })
  const headers = { Authorization: recordedSeed.tokens[0]?.token ?? '' }
  const answer = await emulator.fetch(new Request(`http://console${path}`, { headers }))
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return Buffer.from(await answer.arrayBuffer())
}

const answers = new Map<string, Buffer>()
for (const path of Object.values(benchPaths)) answers.set(path, await record(path))

const server = createServer((incoming, outgoing) => {
  const body = answers.get(incoming.url ?? '')
  if (body === undefined) outgoing.writeHead(404).end()
  else
    outgoing
      .writeHead(200, { 'content-type': 'application/json', 'content-length': body.byteLength })
      .end(body)
})
// Clients decide when to close a connection.
server.keepAliveTimeout = 600_000
server.listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('listening'))
