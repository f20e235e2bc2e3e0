// Prepares and runs a program in TypeScript: the emulator, the chaos test or a bench. Its arguments follow its name.
import { ensureBrowser } from './prepare/browser.mjs'
import { ensureNginx } from './prepare/nginx.mjs'
import { build, buildGateway, ensureInstalled } from './prepare/project.mjs'
import { ensureRivals } from './prepare/rivals.mjs'

const programs = {
  bench: { file: 'bench/whole/main.ts', needs: ['nginx', 'rivals', 'browser', 'build', 'builtGateway'] },
  'bench:compare': { file: 'bench/compare/main.ts', needs: [] },
  'bench:gateway': { file: 'bench/gateway/main.ts', needs: ['nginx', 'builtGateway'] },
  'bench:inventory': { file: 'bench/inventory/main.ts', needs: ['browser', 'build'] },
  'bench:bulk': { file: 'bench/bulk/main.ts', needs: ['browser', 'build'] },
  'bench:planner': { file: 'bench/planner/main.ts', needs: [] },
  'bench:sheets': { file: 'bench/sheets/main.ts', needs: [] },
  'bench:start': { file: 'bench/start/main.ts', needs: ['browser', 'build'] },
  chaos: { file: 'e2e/chaos/main.ts', needs: ['nginx', 'browser', 'build'] },
  emulator: { file: 'emulator/hosts/cli.ts', needs: [] },
}

const prepare = {
  nginx: () => (process.env.NGINX_PATH = ensureNginx()),
  browser: async () => (process.env.CHROMIUM_PATH = await ensureBrowser()),
  build,
  rivals: ensureRivals,
  builtGateway: buildGateway,
}

// The program reads the arguments after its name.
const [name] = process.argv.splice(2, 1)
const { file, needs } = programs[name]
ensureInstalled()
for (const need of needs) await prepare[need]()
const { register } = await import('tsx/esm/api')
register()
await import(`../${file}`)
