// `node scripts/release-notes.mjs [TAG]`: prints the newest released section of CHANGELOG.md. Fails unless its version is
// that of package.json and package-lock.json, and of TAG (`v1.2.3`), if there is one.
import { readFileSync } from 'node:fs'

const heading = /^## (.+)$/
const released = /^\[?(\d+\.\d+\.\d+(?:-[\w.]+)?)\]? - (\d{4}-\d{2}-\d{2})$/

/** Returns the sections of a changelog, newest first: the text of each heading, and what is below it. */
function sectionsOf(changelog) {
  const sections = []
  for (const line of changelog.split('\n')) {
    const title = heading.exec(line)?.[1]
    if (title !== undefined) sections.push({ title, lines: [] })
    else sections.at(-1)?.lines.push(line)
  }
  return sections.map(({ title, lines }) => ({ title, text: lines.join('\n').trim() }))
}

/** Returns the newest released version and its notes. Throws when there is none, or a heading is neither. */
function newestRelease(changelog) {
  for (const { title, text } of sectionsOf(changelog)) {
    if (title === 'Unreleased') continue
    const version = released.exec(title)?.[1]
    if (version === undefined)
      throw new Error(`CHANGELOG.md: "${title}" is neither "Unreleased" nor "1.2.3 - 2026-01-31".`)
    if (text === '') throw new Error(`CHANGELOG.md says nothing about ${version}.`)
    return { version, text }
  }
  throw new Error('CHANGELOG.md has no released version. Rename "Unreleased" to "1.2.3 - 2026-01-31".')
}

try {
  const [tag] = process.argv.slice(2)
  const { version, text } = newestRelease(readFileSync('CHANGELOG.md', 'utf8'))
  const versions = {
    'package.json': JSON.parse(readFileSync('package.json', 'utf8')).version,
    'package-lock.json': JSON.parse(readFileSync('package-lock.json', 'utf8')).version,
    ...(tag === undefined ? {} : { 'the tag': tag.replace(/^v/, '') }),
  }
  for (const [place, found] of Object.entries(versions))
    if (found !== version)
      throw new Error(`CHANGELOG.md's newest version is ${version}, that of ${place} is ${found}.`)
  console.log(text)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
