import { readFileSync } from 'node:fs'

/**
 * Reads the file that `SESSION_SECRET_FILE` names, without the line end after its last line. The settings are empty where
 * there is no such file, and `faults` has one line if it cannot be used.
 */
export function readSecretFile(given: Readonly<Record<string, string | undefined>>): {
  readonly settings: { readonly SESSION_SECRET?: string }
  readonly faults: readonly string[]
} {
  const path = given['SESSION_SECRET_FILE']
  if (path === undefined) return { settings: {}, faults: [] }
  if (given['SESSION_SECRET'] !== undefined) {
    return { settings: {}, faults: ['SESSION_SECRET and SESSION_SECRET_FILE are mutually exclusive.'] }
  }
  try {
    return { settings: { SESSION_SECRET: readFileSync(path, 'utf8').replace(/[\r\n]+$/, '') }, faults: [] }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
    return { settings: {}, faults: [`SESSION_SECRET_FILE cannot be read (${code})`] }
  }
}
