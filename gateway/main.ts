import { ConfigError } from './config'
import { helpText } from './help'
import { serveGateway } from './serve'

async function start(): Promise<void> {
  if (process.argv.includes('--help')) {
    console.log(helpText())
    return
  }
  const gateway = await serveGateway({ env: process.env })
  for (const warning of gateway.warnings) console.warn(`Warning: ${warning}`)
  console.log(`\nPortdeck: ${gateway.url}`)
  if (gateway.managementUrl !== null) console.log(`Health and metrics: ${gateway.managementUrl}`)
  if (gateway.demoToken !== null) {
    console.log(`This is the demo, with an embedded emulator. Access token: ${gateway.demoToken}`)
  }
  const stop = () => void gateway.close()
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

start().catch((error: unknown) => {
  if (error instanceof ConfigError) {
    console.error(
      `The configuration cannot be used:\n${error.faults.map((fault) => `  ${fault}`).join('\n')}`,
    )
    console.error('See --help for every setting.')
  } else console.error(error)
  process.exitCode = 1
})
