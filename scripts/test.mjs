// `npm test`: installs what is missing and runs everything.
import { ensureBrowser } from './browser.mjs'
import { endToEnd, runChecks, staticChecks } from './checks.mjs'
import { ensureInstalled } from './install.mjs'

ensureInstalled()
runChecks([...staticChecks, endToEnd(await ensureBrowser())])
