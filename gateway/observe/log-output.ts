import type { Writable } from 'node:stream'
import { type LogLevel, logLevels } from './log'

/** Characters of lines that wait while nobody reads the stream. */
const mostWaiting = 1024 * 1024

interface Line {
  readonly at: number
  readonly text: string
}

export interface LogOutputOptions {
  readonly most?: number
  /** Milliseconds since 1970. */
  readonly now?: () => number
}

/**
 * Writes log lines to a stream. Lines of one turn of the event loop are written together, because writing costs more than
 * formatting; `audit` and `error` are written at once, after the lines before them.
 *
 * While the stream is stalled, lines wait in bounded memory: the oldest of the least important level are dropped first,
 * `audit` last, and a line says how many. Once the stream is closed, every line is dropped.
 */
export function createLogOutput(
  stream: Writable,
  { most = mostWaiting, now = Date.now }: LogOutputOptions = {},
): (line: string, level: LogLevel) => void {
  let turn = ''
  const waiting = new Map<LogLevel, Line[]>(logLevels.map((level) => [level, []]))
  const dropped = new Map<LogLevel, number>()
  let size = 0
  let written = 0

  function flush() {
    if (turn !== '' && stream.writable) stream.write(turn)
    turn = ''
  }

  function dropOne() {
    for (const level of logLevels.toReversed()) {
      const oldest = waiting.get(level)?.shift()
      if (oldest === undefined) continue
      size -= oldest.text.length
      dropped.set(level, (dropped.get(level) ?? 0) + 1)
      return
    }
  }

  function hold(text: string, level: LogLevel) {
    if (size === 0) stream.once('drain', release)
    waiting.get(level)?.push({ at: (written += 1), text })
    size += text.length
    while (size > most) dropOne()
  }

  function release() {
    const lines = [...waiting.values()].flat().sort((one, other) => one.at - other.at)
    for (const held of waiting.values()) held.length = 0
    size = 0
    if (dropped.size > 0) {
      const time = new Date(now()).toISOString()
      turn += `${JSON.stringify({ time, level: 'warn', event: 'log lines dropped', ...Object.fromEntries(dropped) })}\n`
      dropped.clear()
    }
    turn += lines.map(({ text }) => text).join('')
    flush()
  }

  return (line, level) => {
    if (stream.writableNeedDrain || size > 0) {
      hold(line, level)
      return
    }
    if (turn === '') setImmediate(flush)
    turn += line
    if (level === 'audit' || level === 'error') flush()
  }
}

/** Keeps the process alive when whoever reads its output is gone. */
export function surviveClosedOutput(streams: readonly Writable[]): void {
  for (const stream of streams) stream.on('error', () => undefined)
}
