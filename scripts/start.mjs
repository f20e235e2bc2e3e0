// `npm start`: installs what is missing, builds, and serves Portdeck.
import { build } from './build.mjs'
import { ensureInstalled } from './install.mjs'

ensureInstalled()
console.log('Building …')
await build()
const { register } = await import('tsx/esm/api')
register()
await import('../gateway/main.ts')
