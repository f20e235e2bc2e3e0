import { answerEarly } from './config/command-line'
import { listenFault } from './http/listen-fault'
import { surviveClosedOutput } from './observe/log-output'
import { serveGateway } from './serve'

const lastOutputMs = 500

async function start(): Promise<void> {
  surviveClosedOutput([process.stdout, process.stderr])
  const early = answerEarly(process.argv.slice(2), process.env)
  if (early !== null) {
    console[early.exitCode === 0 ? 'log' : 'error'](early.text)
    process.exitCode = early.exitCode
    return
  }
  const gateway = await serveGateway({ env: process.env })
  for (const warning of gateway.warnings) console.warn(`Warning: ${warning}`)
  console.log(`\nPortdeck: ${gateway.url}`)
  if (gateway.managementUrl !== null) console.log(`Health and metrics: ${gateway.managementUrl}`)
  if (gateway.demoToken !== null) {
    console.log(`Demo with an embedded emulator. Access token: ${gateway.demoToken}`)
  }
  const stop = async () => {
    await gateway.close()
    // Ends a process that something still holds, without cutting off its last output.
    setTimeout(() => process.exit(), lastOutputMs).unref()
  }
  // A second signal must not end the process before the writes under way have their lines in the log.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop())
}

// By default this signal opens the inspector, which can read every token.
process.on('SIGUSR1', () => undefined)

start().catch((error: unknown) => {
  console.error(listenFault(error) ?? error)
  process.exitCode = 1
})
