import * as z from 'zod'
import { ConfigError, readConfig } from './config'
import { settingsSchema } from './settings'

export interface SettingLine {
  readonly name: string
  readonly fallback: string
  readonly meaning: string
}

/** Every setting as a line of a table, in the order of `settings.ts`. */
export function settingLines(): SettingLine[] {
  return Object.entries(settingsSchema.shape).map(([name, schema]) => ({
    name,
    fallback: schema instanceof z.ZodPrefault ? schema.def.defaultValue : '',
    meaning: schema.description ?? '',
  }))
}

const gatewayIntro = 'Portdeck gateway: serves the dashboard and passes its calls on to a Rainbond console.'

/** What `--help` prints: what the command does, then every setting. */
export function helpText(intro = gatewayIntro): string {
  const lines = settingLines()
  const nameWidth = Math.max(...lines.map(({ name }) => name.length))
  const fallbackWidth = Math.max(...lines.map(({ fallback }) => fallback.length))
  return [
    intro,
    'It is configured by the environment alone:',
    '',
    ...lines.map(
      ({ name, fallback, meaning }) =>
        `  ${name.padEnd(nameWidth)}  ${fallback.padEnd(fallbackWidth)}  ${meaning}`,
    ),
  ].join('\n')
}

/** What is said at once instead of starting; a code other than 0 is a failure. */
export interface EarlyAnswer {
  readonly exitCode: 0 | 1 | 2
  readonly text: string
}

/**
 * Reads the command line and the settings before anything is built or served. Null: they can be used.
 * @param args what follows the command's own name
 * @param intro what `--help` says first; the gateway's own words by default
 */
export function answerEarly(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  intro?: string,
): EarlyAnswer | null {
  if (args.some((arg) => arg === '--help' || arg === '-h')) return { exitCode: 0, text: helpText(intro) }
  const [unknown] = args
  if (unknown !== undefined) {
    const text = `Portdeck takes no option ${JSON.stringify(unknown)}: it is configured by the environment alone.`
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

const seeHelp = 'See --help for every setting.'

/** Tells every fault of the settings, a line for each. */
function configFaults({ faults }: ConfigError): string {
  return `The configuration cannot be used:\n${faults.map((fault) => `  ${fault}\n`).join('')}${seeHelp}`
}
