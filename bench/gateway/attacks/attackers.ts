import { setMaxListeners } from 'node:events'
import { constants, setPriority } from 'node:os'
import { attacks, opened } from './attacks'

// Runs attacks as a separate process until SIGTERM. On real networks the attackers' machines take no processor time from
// the gateway, so this process only gets what the others leave.
setPriority(constants.priority.PRIORITY_LOW)

const gateway = new URL(process.env['GATEWAY'] ?? '')
const names = new Set(process.argv.slice(2))
const stop = new AbortController()
setMaxListeners(0, stop.signal)
process.once('SIGTERM', () => stop.abort())

const running = attacks.filter(({ name }) => names.has(name)).map(({ run }) => run(gateway, stop.signal))
console.log('attacking')
await Promise.all(running)
console.log(`opened ${opened()}`)
