// `npm run e2e -- [arguments of Playwright]`: builds the app and runs the end-to-end tests.
import { endToEnd, runChecks } from './checks.mjs'
import { ensureBrowser } from './prepare/browser.mjs'
import { build } from './prepare/build.mjs'
import { ensureInstalled } from './prepare/install.mjs'

ensureInstalled()
const browser = await ensureBrowser()
await build()
runChecks([endToEnd(browser, ...process.argv.slice(2))])
