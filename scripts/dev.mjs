// `npm run dev`: Vite with hot reload in front of the gateway, so that development takes the way of production.
import { createServer as createTcpServer } from 'node:net'
import { ensureInstalled } from './prepare/install.mjs'

const intro = `Development: Vite with hot reload in front of the gateway, on PORT of this machine (5173 by default).
HOST and PUBLIC_URL are set by itself.`

ensureInstalled()
const { isAnsweredEarly } = await import('./early-answer.mjs')
if (!(await isAnsweredEarly(intro))) await develop()

async function develop() {
  const port = Number(process.env.PORT || 5173)
  const gatewayPort = await freePort()
  const address = `http://127.0.0.1:${port}`

  process.env.PORTDECK_GATEWAY = `http://127.0.0.1:${gatewayPort}`
  // The browser's origin is Vite's, so that is what the gateway must accept.
  Object.assign(process.env, { PORT: String(gatewayPort), HOST: '127.0.0.1', PUBLIC_URL: address })

  await import('../gateway/main.ts')

  const { createServer } = await import('vite')
  const vite = await createServer({ server: { port } })
  await vite.listen()
  console.log(`\nDevelopment server with hot reload: ${address}`)
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => vite.close())
}

/** Returns a TCP port of the loopback interface that nobody listens on at this moment. */
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
