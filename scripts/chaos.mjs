// `npm run chaos`: kills replicas behind nginx while somebody works, and counts what came of it.
import { ensureBrowser } from './browser.mjs'
import { build } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { ensureNginx } from './nginx.mjs'

ensureInstalled()
process.env.NGINX_PATH = ensureNginx()
process.env.CHROMIUM_PATH = await ensureBrowser()
await build()
const { register } = await import('tsx/esm/api')
register()
await import('../e2e/chaos/main.ts')
