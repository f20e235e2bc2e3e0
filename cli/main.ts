import { ApiError } from '../src/api/errors/errors'
import { rowOf } from '../src/domain/sheet/sheet'
import { formatSheet } from '../src/domain/sheet/writing/format-sheet'
import { createEngine } from '../src/features/change/engine/engine'
import { joinSentences } from '../src/i18n/join-sentences'
import { apply } from './apply/apply'
import { connect } from './console/connect'
import { createClient, effectsOf } from './console/effects'
import { readScope } from './console/read-scope'
import type { Context } from './context'
import { type ExitCode, exitCodes, Failure } from './failure'
import { type Command, languageFor, parseCommand } from './options'
import { plan } from './plan/plan'
import { failureWords } from './plan/planned-part'
import { createProgress } from './progress'
import { speechIn } from './words/speech'

const args = process.argv.slice(2)
const speech = speechIn(languageFor(args, process.env))
const progress = createProgress(process.stderr)

async function run(command: Command): Promise<ExitCode> {
  if (command.name === 'help') {
    process.stdout.write(`${speech.say('usage')}\n`)
    return exitCodes.done
  }
  const console = connect(process.env)
  const client = createClient()
  const context = { console, client, engine: createEngine(effectsOf(client)), speech, progress }
  switch (command.name) {
    case 'export':
      return exportPorts(command, context)
    case 'plan':
    case 'drift':
      return plan(command, context)
    case 'apply':
      return apply(command, context)
  }
}

async function exportPorts(
  { scope, format }: Extract<Command, { name: 'export' }>,
  context: Context,
): Promise<ExitCode> {
  const { components } = await readScope(context, scope)
  const rows = components.flatMap((component) => component.ports.map((port) => rowOf(component, port)))
  process.stdout.write(formatSheet({ missing: 'leave', rows }, format))
  return exitCodes.done
}

function tell(error: unknown): ExitCode {
  progress.clear()
  if (error instanceof Failure) {
    progress.say(error.words(speech))
    return error.code
  }
  if (!(error instanceof ApiError)) throw error
  progress.say(joinSentences([speech.say('unread'), failureWords(error, speech)]))
  return error.kind === 'unauthenticated' ? exitCodes.configuration : exitCodes.error
}

async function main(): Promise<ExitCode> {
  try {
    return await run(parseCommand(args))
  } catch (error) {
    return tell(error)
  }
}

process.exitCode = await main()
