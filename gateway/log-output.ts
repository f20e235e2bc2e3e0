import type { LogLevel } from './log'

/**
 * Gives what takes the log line by line and writes it to `write`. Lines of one turn of the event loop go out together,
 * because writing costs more than making them; `audit` and `error` go out at once, with what came before them.
 */
export function createLogOutput(write: (text: string) => void): (line: string, level: LogLevel) => void {
  let pending = ''
  const flush = () => {
    if (pending !== '') write(pending)
    pending = ''
  }
  return (line, level) => {
    if (pending === '') setImmediate(flush)
    pending += line
    if (level === 'audit' || level === 'error') flush()
  }
}
