import { readFileSync } from 'node:fs'
import { decodeSheet } from '../src/domain/sheet/reading/decode-sheet'
import { Failure } from './failure'

/** A file as it was named, and its text. */
export interface InputFile {
  readonly name: string
  readonly text: string
}

/** Reads a sheet or a plan. Throws a `Failure`. */
export function readInput(name: string): InputFile {
  const decoded = decodeSheet(bytesOf(name))
  if (decoded === null) throw new Failure(({ say }) => say('files.noText', { file: name }))
  return { name, text: decoded.text }
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Failure(({ say }) => say('files.unreadable', { file, why }))
  }
}
