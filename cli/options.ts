import { parseArgs } from 'node:util'
import { type SheetFormat, sheetFormats } from '../src/domain/sheet/sheet'
import { misconfigured } from './failure'

export const usage = `Usage: portdeck export [options]
       portdeck plan FILE [options]
       portdeck drift FILE [options]

Commands
  export  writes the ports that are there as a sheet
  plan    shows the steps that make the ports as a sheet says; sends none
  drift   the same, and exits with 2 where there are differences

Options
  --team NAME          team, by its id or name
  --region NAME        cluster, by its name
  --app NAME           only this app, by its id or name
  --component NAME     only this component, by its id or name
  --format FORMAT      export: csv, yaml (default) or json; plan, drift: text (default), json or markdown
  --json               the same as --format json
  --detailed-exitcode  plan: exit with 2 where there are differences
  --help               print this text

RAINBOND_URL and RAINBOND_TOKEN are read from the environment.`

export const planFormats = ['text', 'json', 'markdown'] as const
export type PlanFormat = (typeof planFormats)[number]

/** Which components a command is about. */
export interface Scope {
  readonly team: string
  readonly region: string
  readonly app: string | undefined
  readonly component: string | undefined
}

export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'export'; readonly scope: Scope; readonly format: SheetFormat }
  | {
      readonly name: 'plan'
      readonly scope: Scope
      readonly file: string
      readonly format: PlanFormat
      /** Whether differences are told by the exit code. */
      readonly isDetailed: boolean
    }

/** Reads the command line; throws a `Failure`. `args` is what follows the command's own name. */
export function parseCommand(args: readonly string[]): Command {
  // Before anything is repeated in a message: a token does not belong into logs.
  if (args.some((arg) => /^--(access-)?token\b/i.test(arg)))
    throw misconfigured(
      'A token is not accepted as an argument, where other users of the machine can see it. Set RAINBOND_TOKEN.',
    )
  const { values, positionals } = parsed(args)
  const [name, ...files] = positionals
  if (values.help || name === 'help') return { name: 'help' }
  if (name !== 'export' && name !== 'plan' && name !== 'drift')
    throw misconfigured(name === undefined ? usage : `Unknown command: ${name}\n\n${usage}`)
  const scope = {
    team: required(values.team, '--team'),
    region: required(values.region, '--region'),
    app: values.app,
    component: values.component,
  }
  const format = values.json ? 'json' : values.format
  if (name === 'export') {
    if (files.length > 0) throw misconfigured('export writes to standard output and takes no file.')
    return { name, scope, format: oneOf(sheetFormats, format ?? 'yaml') }
  }
  const [file] = files
  if (file === undefined || files.length > 1)
    throw misconfigured(`${name} takes one sheet: portdeck ${name} FILE`)
  const isDetailed = name === 'drift' || values['detailed-exitcode']
  return { name: 'plan', scope, file, format: oneOf(planFormats, format ?? 'text'), isDetailed }
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean', default: false } as const
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...{ team: text, region: text, app: text, component: text, format: text },
        ...{ json: flag, 'detailed-exitcode': flag, help: flag },
      },
    })
  } catch (error) {
    throw misconfigured(error instanceof Error ? error.message : String(error))
  }
}

function required(value: string | undefined, option: string): string {
  if (value === undefined || value === '') throw misconfigured(`${option} is missing.`)
  return value
}

function oneOf<T extends string>(choices: readonly T[], value: string): T {
  const choice = choices.find((one) => one === value)
  if (choice === undefined) throw misconfigured(`--format must be ${choices.join(', ')}, not "${value}".`)
  return choice
}
