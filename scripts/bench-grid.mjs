// `npm run bench:grid`: measures what the ports grid costs the browser by number of ports.
import { ensureBrowser } from './prepare/browser.mjs'
import { build } from './prepare/build.mjs'
import { ensureInstalled } from './prepare/install.mjs'

ensureInstalled()
process.env.CHROMIUM_PATH = await ensureBrowser()
await build()
const { register } = await import('tsx/esm/api')
register()
await import('../bench/grid/main.ts')
