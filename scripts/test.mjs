// `npm test`: installs what is missing and runs everything.
import { endToEnd, runChecks, staticChecks } from './checks.mjs'
import { ensureBrowser } from './prepare/browser.mjs'
import { ensureInstalled } from './prepare/install.mjs'

ensureInstalled()
runChecks([...staticChecks, endToEnd(await ensureBrowser())])
