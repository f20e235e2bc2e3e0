// `npm run chaos`: kills replicas behind nginx while somebody works, and counts lost and double writes.
import { ensureBrowser } from './prepare/browser.mjs'
import { build } from './prepare/build.mjs'
import { ensureInstalled } from './prepare/install.mjs'
import { ensureNginx } from './prepare/nginx.mjs'

ensureInstalled()
process.env.NGINX_PATH = ensureNginx()
process.env.CHROMIUM_PATH = await ensureBrowser()
await build()
const { register } = await import('tsx/esm/api')
register()
await import('../e2e/chaos/main.ts')
