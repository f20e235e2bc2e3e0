// `npm start`: installs missing dependencies, builds the app and serves Portdeck.
import { build } from './prepare/build.mjs'
import { ensureInstalled } from './prepare/install.mjs'

ensureInstalled()
const { isAnsweredEarly } = await import('./early-answer.mjs')
if (!(await isAnsweredEarly())) {
  console.log('Building…')
  await build()
  await import('../gateway/main.ts')
}
