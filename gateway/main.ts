import { answerEarly } from './config/command-line'
import { serveGateway } from './serve'

async function start(): Promise<void> {
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
  const stop = () => void gateway.close()
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

start().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
