// `npm run emulator -- --port 7070 --seed FILE`: serves the emulator without Portdeck.
import { ensureInstalled } from './prepare/install.mjs'

ensureInstalled()
const { register } = await import('tsx/esm/api')
register()
await import('../emulator/hosts/cli.ts')
