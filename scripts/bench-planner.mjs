// `npm run bench:planner -- [--rounds N]`: what a plan costs, by the number of ports of one component.
import { ensureInstalled } from './prepare/install.mjs'

ensureInstalled()
const { register } = await import('tsx/esm/api')
register()
await import('../bench/planner/main.ts')
