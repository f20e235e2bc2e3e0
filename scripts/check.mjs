// `npm run check`: runs everything but the end-to-end tests.
import { runChecks, staticChecks } from './checks.mjs'
import { ensureInstalled } from './prepare/install.mjs'

ensureInstalled()
runChecks(staticChecks)
