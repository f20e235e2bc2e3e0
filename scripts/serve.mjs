// `npm start`: installs missing dependencies, builds the app and serves Portdeck.
// `npm run dev`: runs Vite with hot reload in front of the gateway, so that requests go the same way as in production.
import { createServer as createTcpServer } from 'node:net'
import { build, ensureInstalled } from './prepare/project.mjs'

const devIntro = `Portdeck for development: Vite with hot reload in front of the gateway, on PORT (5173 by default) of this machine.
HOST and PUBLIC_URL are set automatically.`

const [command, ...args] = process.argv.slice(2)
// The gateway's own check of the command line finds no options.
process.argv.splice(2)
const isDev = command === 'dev'

ensureInstalled()
if (!(await isAnsweredEarly(isDev ? devIntro : undefined))) await (isDev ? develop() : start())

/**
 * Answers `--help` and refuses invalid options and settings before anything is built. Returns true if the process must
 * end then. Makes TypeScript files importable.
 */
async function isAnsweredEarly(intro) {
  const { register } = await import('tsx/esm/api')
  register()
  const { answerEarly } = await import('../gateway/config/command-line.ts')
  const answer = answerEarly(args, process.env, intro)
  if (answer === null) return false
  console[answer.exitCode === 0 ? 'log' : 'error'](answer.text)
  process.exitCode = answer.exitCode
  return true
}

async function start() {
  console.log('Building…')
  await build()
  await import('../gateway/main.ts')
}

async function develop() {
  const port = Number(process.env.PORT || 5173)
  const gatewayPort = await freePort()
  const address = `http://127.0.0.1:${port}`

  process.env.PORTDECK_GATEWAY = `http://127.0.0.1:${gatewayPort}`
  // The gateway must accept Vite's origin, which is the browser's.
  Object.assign(process.env, { PORT: String(gatewayPort), HOST: '127.0.0.1', PUBLIC_URL: address })

  await import('../gateway/main.ts')

  const { createServer } = await import('vite')
  const vite = await createServer({ server: { port } })
  await vite.listen()
  console.log(`\nDevelopment server with hot reload: ${address}`)
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => vite.close())
}

/** Returns a free TCP port of the loopback interface. */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createTcpServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
