import { parseArgs } from 'node:util'
import { type Language, languages } from '../src/i18n/language'
import { type SheetFormat, sheetFormats } from '../src/domain/sheet/sheet'
import { misconfigured } from './failure'
import { languageOf } from './words/speech'

const reportFormats = ['text', 'json', 'markdown'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** Which components a command is about. */
export interface Scope {
  readonly team: string
  readonly region: string
  readonly app?: string | undefined
  readonly component?: string | undefined
}

/** How many ports may be deleted or opened at the gateway; where it isn't said, a share of those that are there. */
export interface Limits {
  readonly deletes: number | undefined
  readonly exposures: number | undefined
}

interface Planning {
  readonly file: string
  readonly format: ReportFormat
  readonly limits: Limits
}

export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'export'; readonly scope: Scope; readonly format: SheetFormat }
  | (Planning & {
      readonly name: 'plan' | 'drift'
      readonly scope: Scope
      /** Whether differences are told by the exit code. */
      readonly isDetailed: boolean
      /** Where the plan is written to, for `apply`. */
      readonly out: string | undefined
    })
  | (Planning & {
      readonly name: 'apply'
      /** A plan that was written to a file has a scope of its own. */
      readonly scope: Partial<Scope>
      readonly isConfirmed: boolean
    })

const text = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const
const options = {
  ...{ team: text, region: text, app: text, component: text, format: text, lang: text, out: text },
  ...{ 'max-deletes': text, 'max-exposures': text },
  ...{ json: flag, 'detailed-exitcode': flag, yes: flag, help: flag },
}

/** Returns the language of the messages, whatever else is wrong with the command line. */
export function languageFor(args: readonly string[], env: NodeJS.ProcessEnv): Language {
  const { lang } = parseArgs({ args: [...args], strict: false, options: { lang: text } }).values
  return languages.find((language) => language === lang) ?? languageOf(env)
}

/** Reads the command line; throws a `Failure`. `args` is what follows the command's own name. */
export function parseCommand(args: readonly string[]): Command {
  // Before anything is repeated in a message: a token does not belong into logs.
  if (args.some((arg) => /^--(access-)?token\b/i.test(arg)))
    throw misconfigured(({ say }) => say('options.token'))
  const { values, positionals } = parsed(args)
  const [name, ...files] = positionals
  if (values.help || name === 'help') return { name: 'help' }
  if (name === undefined) throw misconfigured(({ say }) => say('usage'))
  if (name !== 'export' && name !== 'plan' && name !== 'drift' && name !== 'apply')
    throw misconfigured(({ say }) => `${say('options.unknownCommand', { name })}\n\n${say('usage')}`)
  if (values.lang !== undefined) oneOf('--lang', languages, values.lang)
  checkUse(name, values)

  const format = values.json ? 'json' : values.format
  if (name === 'export') {
    if (files.length > 0) throw misconfigured(({ say }) => say('options.noFile'))
    return { name, scope: wholeScope(values), format: oneOf('--format', sheetFormats, format ?? 'yaml') }
  }
  const [file] = files
  if (file === undefined || files.length > 1)
    throw misconfigured(({ say }) => say('options.oneFile', { name }))
  const planning = {
    file,
    format: oneOf('--format', reportFormats, format ?? 'text'),
    limits: {
      deletes: count('--max-deletes', values['max-deletes']),
      exposures: count('--max-exposures', values['max-exposures']),
    },
  }
  if (name === 'apply') return { name, ...planning, scope: values, isConfirmed: values.yes }
  const isDetailed = name === 'drift' || values['detailed-exitcode']
  return { name, ...planning, scope: wholeScope(values), isDetailed, out: values.out }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options })
  } catch (error) {
    throw misconfigured(() => (error instanceof Error ? error.message : String(error)))
  }
}

type Values = ReturnType<typeof parsed>['values']

/** Options that say nothing to a command would make somebody believe that they do. */
function checkUse(name: Exclude<Command['name'], 'help'>, values: Values): void {
  const uses = {
    yes: ['apply'],
    out: ['plan'],
    'detailed-exitcode': ['plan'],
    'max-deletes': ['plan', 'drift', 'apply'],
    'max-exposures': ['plan', 'drift', 'apply'],
  } as const satisfies Partial<Record<keyof Values, readonly string[]>>
  for (const [option, commands] of Object.entries(uses)) {
    const value = Object.entries(values).find(([key]) => key === option)?.[1]
    if (value !== undefined && value !== false && !commands.some((command) => command === name))
      throw misconfigured(({ say }) => say('options.notHere', { option: `--${option}`, name }))
  }
}

/** Returns the scope of a command that needs one. Throws a `Failure` where the team or the cluster is missing. */
export function wholeScope({ team, region, app, component }: Partial<Scope>): Scope {
  return { team: required(team, '--team'), region: required(region, '--region'), app, component }
}

function required(value: string | undefined, option: string): string {
  if (value === undefined || value === '')
    throw misconfigured(({ say }) => say('options.missing', { option }))
  return value
}

function oneOf<T extends string>(option: string, choices: readonly T[], value: string): T {
  const choice = choices.find((one) => one === value)
  if (choice === undefined)
    throw misconfigured(({ say }) => say('options.choice', { option, choices: choices.join(', '), value }))
  return choice
}

function count(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  if (!/^\d{1,9}$/.test(value)) throw misconfigured(({ say }) => say('options.count', { option, value }))
  return Number(value)
}
