// `npm run bench:gateway -- [--soak SECONDS] [--rounds N] [--profile FOLDER]`: compares the cost of the gateway with nginx.
// `npm run bench:grid`: measures what the ports grid costs the browser by number of ports.
// `npm run bench:planner -- [--rounds N]`: measures what a plan costs by number of ports.
import { ensureBrowser } from './prepare/browser.mjs'
import { build } from './prepare/build.mjs'
import { ensureInstalled } from './prepare/install.mjs'
import { ensureNginx } from './prepare/nginx.mjs'

const prepare = {
  gateway: () => {
    process.env.NGINX_PATH = ensureNginx()
  },
  grid: async () => {
    process.env.CHROMIUM_PATH = await ensureBrowser()
    await build()
  },
  planner: () => undefined,
}

// The bench reads the arguments after its name.
const [name] = process.argv.splice(2, 1)
ensureInstalled()
await prepare[name]()
const { register } = await import('tsx/esm/api')
register()
await import(`../bench/${name}/main.ts`)
