import * as z from 'zod'
import { ConfigError, readConfig } from './config'
import { settingsSchema } from './settings'

export interface SettingLine {
  readonly name: string
  readonly fallback: string
  readonly meaning: string
}

/** Returns every setting in the order of `settings.ts`. */
export function settingLines(): SettingLine[] {
  return Object.entries(settingsSchema.shape).map(([name, schema]) => ({
    name,
    fallback: schema instanceof z.ZodPrefault ? schema.def.defaultValue : '',
    meaning: schema.description ?? '',
  }))
}

const gatewayIntro = 'Portdeck gateway: serves the app and forwards its calls to a Rainbond console.'

/** Returns the text of `--help`: what the command does, then every setting. */
export function helpText(intro = gatewayIntro): string {
  const lines = settingLines()
  const nameWidth = Math.max(...lines.map(({ name }) => name.length))
  const fallbackWidth = Math.max(...lines.map(({ fallback }) => fallback.length))
  return [
    intro,
    'Configuration is by environment variables only:',
    '',
    ...lines.map(
      ({ name, fallback, meaning }) =>
        `  ${name.padEnd(nameWidth)}  ${fallback.padEnd(fallbackWidth)}  ${meaning}`,
    ),
  ].join('\n')
}

/** What the command prints instead of starting. */
export interface EarlyAnswer {
  readonly exitCode: 0 | 1 | 2
  readonly text: string
}

/**
 * Checks the command line and the settings before anything is built or served. Returns null if the command may start.
 * @param args what follows the command's own name
 * @param intro the first line of `--help`, by default the gateway's
 */
export function answerEarly(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  intro?: string,
): EarlyAnswer | null {
  if (args.some((arg) => arg === '--help' || arg === '-h')) return { exitCode: 0, text: helpText(intro) }
  const [unknown] = args
  if (unknown !== undefined) {
    const text = `Unknown option ${JSON.stringify(unknown)}. Configure Portdeck with environment variables.`
    return { exitCode: 2, text: `${text}\n${seeHelp}` }
  }
  try {
    readConfig(env)
    return null
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return { exitCode: 1, text: configFaults(error) }
  }
}

const seeHelp = 'Run with --help to list every setting.'

function configFaults({ faults }: ConfigError): string {
  return `Invalid configuration:\n${faults.map((fault) => `  ${fault}\n`).join('')}${seeHelp}`
}
