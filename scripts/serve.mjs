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
const devPort = Number(process.env.PORT || 5173)

ensureInstalled()
if (!(await isAnsweredEarly(isDev ? devIntro : undefined))) await (isDev ? develop() : start())

/**
 * Answers `--help` and refuses invalid options, invalid settings and a port in use before anything is built. Returns true
 * if the process must end then. Makes TypeScript files importable.
 */
async function isAnsweredEarly(intro) {
  const { register } = await import('tsx/esm/api')
  register()
  const { answerEarly } = await import('../gateway/config/command-line.ts')
  const answer = answerEarly(args, process.env, intro) ?? (await listeningAnswer())
  if (answer === null) return false
  console[answer.exitCode === 0 ? 'log' : 'error'](answer.text)
  process.exitCode = answer.exitCode
  return true
}

/** Tries the ports of the settings. Returns what to print if one of them cannot be listened on, else null. */
async function listeningAnswer() {
  const { readConfig } = await import('../gateway/config/config.ts')
  const { listenFault } = await import('../gateway/http/listen-fault.ts')
  const { PORT, HOST, MANAGEMENT_PORT, MANAGEMENT_HOST = HOST } = readConfig(process.env)
  const listening = [
    isDev ? [devPort, '127.0.0.1'] : [PORT, HOST],
    ...(MANAGEMENT_PORT === undefined ? [] : [[MANAGEMENT_PORT, isDev ? '127.0.0.1' : MANAGEMENT_HOST]]),
  ]
  try {
    for (const [port, host] of listening) await tryPort(port, host)
    return null
  } catch (error) {
    return { exitCode: 1, text: listenFault(error) ?? String(error) }
  }
}

async function start() {
  console.log('Building…')
  await build()
  await import('../gateway/main.ts')
}

async function develop() {
  const gatewayPort = await tryPort(0, '127.0.0.1')
  const address = `http://127.0.0.1:${devPort}`

  process.env.PORTDECK_GATEWAY = `http://127.0.0.1:${gatewayPort}`
  // The gateway must accept Vite's origin, which is the browser's.
  Object.assign(process.env, { PORT: String(gatewayPort), HOST: '127.0.0.1', PUBLIC_URL: address })

  await import('../gateway/main.ts')

  const { createServer } = await import('vite')
  const vite = await createServer({ server: { port: devPort } })
  await vite.listen()
  console.log(`\nDevelopment server with hot reload: ${address}`)
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => vite.close())
}

/** Listens for a moment, and returns the port, which the system chooses for 0. Rejects with the system's error. */
function tryPort(port, host) {
  return new Promise((resolve, reject) => {
    const probe = createTcpServer()
    probe.once('error', reject)
    probe.listen(port, host, () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
