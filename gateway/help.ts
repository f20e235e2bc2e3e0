import * as z from 'zod'
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
