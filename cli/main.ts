import { QueryClient } from '@tanstack/react-query'
import { ApiError } from '../src/api/errors/errors'
import { retryDelayMs, shouldRetryRead } from '../src/api/query-client'
import { rowOf } from '../src/domain/sheet/sheet'
import { formatSheet } from '../src/domain/sheet/writing/format-sheet'
import { connect } from './connect'
import { type ExitCode, exitCodes, Failure } from './failure'
import { parseCommand, usage } from './options'
import { formatPlan, partsOf } from './plan-report'
import { planSheet } from './plan-sheet'
import { readScope } from './read-scope'

async function run(): Promise<ExitCode> {
  const command = parseCommand(process.argv.slice(2))
  if (command.name === 'help') {
    process.stdout.write(`${usage}\n`)
    return exitCodes.done
  }
  connect(process.env)
  const client = new QueryClient({
    defaultOptions: { queries: { networkMode: 'always', retry: shouldRetryRead, retryDelay: retryDelayMs } },
  })
  const present = await readScope(client, command.scope)
  if (command.name === 'export') {
    const rows = present.flatMap((component) => component.ports.map((port) => rowOf(component, port)))
    process.stdout.write(formatSheet({ missing: 'leave', rows }, command.format))
    return exitCodes.done
  }
  const parts = partsOf(await planSheet(client, command.file, present))
  process.stdout.write(formatPlan(parts, command.format))
  if (parts.some(({ problem }) => problem !== null)) return exitCodes.error
  return command.isDetailed && parts.length > 0 ? exitCodes.differences : exitCodes.done
}

function tell(error: unknown): ExitCode {
  if (error instanceof Failure) {
    console.error(error.message)
    return error.code
  }
  if (!(error instanceof ApiError)) throw error
  console.error(`Rainbond could not be read: ${[error.kind, error.detail].filter(Boolean).join(', ')}`)
  return error.kind === 'unauthenticated' ? exitCodes.configuration : exitCodes.error
}

process.exitCode = await run().catch(tell)
