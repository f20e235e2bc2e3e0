// `npm run e2e -- [Playwright's arguments]`: builds, then runs the end-to-end tests.
import { ensureBrowser } from './browser.mjs'
import { build } from './build.mjs'
import { endToEnd, runChecks } from './checks.mjs'
import { ensureInstalled } from './install.mjs'

ensureInstalled()
const browser = await ensureBrowser()
await build()
runChecks([endToEnd(browser, ...process.argv.slice(2))])
