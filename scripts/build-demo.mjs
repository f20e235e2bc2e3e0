// `npm run build:demo`: installs missing dependencies and builds the demo that needs no server into dist-demo/. Further
// arguments go to Vite.
import { spawnSync } from 'node:child_process'
import { ensureInstalled } from './prepare/project.mjs'

ensureInstalled()
const vite = ['node_modules/vite/bin/vite.js', 'build', '--config', 'vite.demo.config.ts', '--logLevel=warn']
const { status } = spawnSync(process.execPath, [...vite, ...process.argv.slice(2)], { stdio: 'inherit' })
if (status === 0) console.log('The demo is ready. Copy its folder to any static host (docs/demo.md).')
process.exitCode = status ?? 1
