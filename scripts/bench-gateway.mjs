// `npm run bench:gateway -- [--soak SECONDS] [--rounds N] [--profile FOLDER]`: compares the cost of the gateway with nginx.
import { ensureInstalled } from './prepare/install.mjs'
import { ensureNginx } from './prepare/nginx.mjs'

ensureInstalled()
process.env.NGINX_PATH = ensureNginx()
const { register } = await import('tsx/esm/api')
register()
await import('../bench/gateway/main.ts')
