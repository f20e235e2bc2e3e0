import { createEmulator } from '../create-emulator'
import { type CliOptions, parseCli, usage, WrongUsage } from './cli-options'
import { type ServedEmulator, serveEmulator } from './node'

/** Ends the process because of its arguments. */
function refuse(reason: string): never {
  console.error(`${reason}\n\n${usage}`)
  process.exit(2)
}

function readOptions(): CliOptions | 'help' {
  try {
    return parseCli(process.argv.slice(2))
  } catch (error) {
    if (error instanceof WrongUsage) refuse(error.message)
    throw error
  }
}

async function listen({ seed, mode, port, host }: CliOptions): Promise<ServedEmulator> {
  const emulator = createEmulator({ seed, mode, now: () => new Date() })
  try {
    return await serveEmulator({ emulator, port, host })
  } catch (error) {
    console.error(
      `Cannot listen on ${host}, port ${port}: ${error instanceof Error ? error.message : String(error)}`,
    )
    process.exit(1)
  }
}

const options = readOptions()
if (options === 'help') {
  console.log(usage)
} else {
  const { url, close } = await listen(options)
  console.log(`Emulator of Rainbond's OpenAPI at ${url}`)
  console.log(options.token === undefined ? 'The seed has no valid token' : `Access token: ${options.token}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void close().then(() => process.exit(0)))
  }
}
