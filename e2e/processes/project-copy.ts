import { createHash } from 'node:crypto'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { project } from './gateway'

const notCopied = new Set(['node_modules', '.git', 'dist', 'test-results', 'coverage'])

/** Copies the project as a fresh clone with its dependencies installed, and gives the folder. */
export function copyProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'portdeck-dev-'))
  for (const name of readdirSync(project)) {
    if (!notCopied.has(name)) cpSync(join(project, name), join(copy, name), { recursive: true })
  }
  // A directory of links, not one link: what Vite keeps in there, and what counts as installed, stays the copy's own.
  const modules = join(copy, 'node_modules')
  mkdirSync(modules)
  for (const name of readdirSync(join(project, 'node_modules'))) {
    if (!name.startsWith('.')) symlinkSync(join(project, 'node_modules', name), join(modules, name))
  }
  const lock = createHash('sha256').update(readFileSync(join(copy, 'package-lock.json')))
  writeFileSync(join(modules, '.portdeck-lock'), lock.digest('hex'))
  return copy
}
