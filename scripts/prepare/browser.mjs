import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { stop } from './project.mjs'

const systemBrowsers = [
  // Headless Chromium, as Playwright downloads it: tests run twice as fast.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * Returns the path of a Chromium for the end-to-end tests: the first of CHROMIUM_PATH, Playwright's own, the system's,
 * Playwright's download (at most 60 s) and, as root, Debian's package. Without any, the process fails with instructions.
 */
export async function ensureBrowser() {
  const chosen = process.env.CHROMIUM_PATH
  if (chosen) return existsSync(chosen) ? chosen : stop(`CHROMIUM_PATH is ${chosen}, which does not exist.`)
  const { chromium } = await import('@playwright/test')
  const present = () =>
    [chromium.executablePath(), ...systemBrowsers].find((path) => path && existsSync(path))
  const found = present()
  if (found) return found

  console.log('No Chromium found. Downloading one (at most 60 s)…')
  spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], {
    stdio: 'inherit',
    timeout: 60_000,
  })
  const downloaded = present()
  if (downloaded) return downloaded

  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing the system package chromium-headless-shell…')
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium-headless-shell'], { stdio: 'inherit' })
    const installed = present()
    if (installed) return installed
  }
  return stop(
    'The end-to-end tests need Chromium. Install it (Debian: apt-get install chromium-headless-shell; elsewhere: ' +
      'npx playwright install chromium) or set CHROMIUM_PATH.',
  )
}
