// `npm test`: installs missing dependencies and runs all checks.
import { endToEnd, runChecks, staticChecks } from './checks.mjs'
import { ensureBrowser } from './prepare/browser.mjs'
import { ensureInstalled } from './prepare/install.mjs'

ensureInstalled()
runChecks([...staticChecks, endToEnd(await ensureBrowser())])
