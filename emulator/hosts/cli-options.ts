import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { demoSeed, demoToken } from '../seeds/demo'
import { scaleSeed, scaleToken } from '../seeds/scale'
import { parseSeed, type Seed } from '../seeds/seed'
import type { Mode } from '../wire/answers'

export const usage = `Usage: npm run emulator -- [options]

  --port PORT    TCP port to listen on; 0 chooses a free one (default 7070)
  --host HOST    address to listen on (default 127.0.0.1)
  --seed SEED    initial state (default demo):
                   demo           a small company with a gallery of faults
                   scale:1000x20  any number of components (1000) and ports per component (20)
                   FILE           a seed as JSON (docs/emulator.md)
  --mode MODE    full: answer as Rainbond does (default)
                 bare: answer as its public documentation says
  --help         print this text`

export interface CliOptions {
  readonly port: number
  readonly host: string
  readonly mode: Mode
  readonly seed: Seed
  /** A valid token of the seed; undefined if it has none. */
  readonly token: string | undefined
}

/** An error in the command line, with a message for the person who typed it. */
export class WrongUsage extends Error {}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

function parsePort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new WrongUsage(`--port must be a number from 0 to 65535, not "${text}"`)
  }
  return port
}

function parseMode(text: string): Mode {
  if (text !== 'full' && text !== 'bare') throw new WrongUsage(`--mode must be full or bare, not "${text}"`)
  return text
}

function readSeedFile(file: string): Seed {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new WrongUsage(`Cannot read the seed ${file}: ${reasonOf(error)}`)
  }
  const read = parseSeed(json)
  if (!read.ok) throw new WrongUsage(`Invalid seed ${file}:\n${read.error}`)
  return read.seed
}

function chooseSeed(name: string): Pick<CliOptions, 'seed' | 'token'> {
  if (name === 'demo') return { seed: demoSeed(), token: demoToken }
  const scale = /^scale:(\d+)x(\d+)$/.exec(name)
  if (scale) {
    const [components, portsPerComponent] = [Number(scale[1]), Number(scale[2])]
    if (8000 + portsPerComponent > 65_536) throw new WrongUsage('--seed: a component has at most 57536 ports')
    return { seed: scaleSeed({ components, portsPerComponent }), token: scaleToken }
  }
  if (name.startsWith('scale')) throw new WrongUsage(`--seed: write scale as scale:1000x20, not "${name}"`)
  const seed = readSeedFile(name)
  return { seed, token: seed.tokens.find(({ expired, licence }) => !expired && !licence)?.token }
}

/**
 * Reads the command line of `npm run emulator`.
 * @param args what follows the command's own name
 * @returns the options, or `help` if it is requested
 * @throws WrongUsage
 */
export function parseCli(args: readonly string[]): CliOptions | 'help' {
  let values
  try {
    values = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '7070' },
        host: { type: 'string', default: '127.0.0.1' },
        seed: { type: 'string', default: 'demo' },
        mode: { type: 'string', default: 'full' },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    throw new WrongUsage(reasonOf(error))
  }
  if (values.help) return 'help'
  const [port, mode] = [parsePort(values.port), parseMode(values.mode)]
  return { port, mode, host: values.host, ...chooseSeed(values.seed) }
}
