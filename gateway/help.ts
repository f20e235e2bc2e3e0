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

/** What `--help` prints. */
export function helpText(): string {
  const lines = settingLines()
  const nameWidth = Math.max(...lines.map(({ name }) => name.length))
  const fallbackWidth = Math.max(...lines.map(({ fallback }) => fallback.length))
  return [
    'Portdeck gateway: serves the dashboard and passes its calls on to a Rainbond console.',
    'It is configured by the environment alone:',
    '',
    ...lines.map(
      ({ name, fallback, meaning }) =>
        `  ${name.padEnd(nameWidth)}  ${fallback.padEnd(fallbackWidth)}  ${meaning}`,
    ),
  ].join('\n')
}
