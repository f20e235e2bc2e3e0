import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { stop } from './project.mjs'

// A Firefox from a snap can't read profiles in /tmp.
const systemFirefoxes = [
  '/usr/bin/firefox-esr',
  '/usr/lib/firefox/firefox',
  '/usr/lib64/firefox/firefox',
  '/opt/firefox/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
]

/** The oldest version whose WebDriver BiDi has been tried with this version of Playwright. */
const oldestVersion = 153

/**
 * Returns the settings of a Firefox for the end-to-end tests: FIREFOX_PATH, Playwright's own (which needs no path), or the
 * system's. Returns a sentence that says why there is none otherwise. Fails when FIREFOX_PATH doesn't exist.
 */
export async function findFirefox() {
  const chosen = process.env.FIREFOX_PATH
  if (chosen)
    return existsSync(chosen)
      ? { env: { FIREFOX_PATH: chosen } }
      : stop(`FIREFOX_PATH is ${chosen}, which does not exist.`)
  const { firefox } = await import('@playwright/test')
  if (existsSync(firefox.executablePath())) return { env: { FIREFOX_PATH: '' } }

  const path = systemFirefoxes.find((path) => existsSync(path))
  if (path === undefined)
    return {
      missing: 'no Firefox is installed (Debian: firefox-esr; elsewhere: npx playwright install firefox)',
    }
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 })
  const version = Number(/Firefox (\d+)/.exec(stdout ?? '')?.[1])
  return version >= oldestVersion
    ? { env: { FIREFOX_PATH: path } }
    : { missing: `${path} is older than version ${oldestVersion}, whose WebDriver BiDi they need` }
}
