import { setNonce } from 'get-nonce'
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createQueryClient } from '../api/query-client'
import { watchActivity } from '../api/request/activity'
import { setTransport, type Transport } from '../api/request/client'
import { sessionQuery } from '../api/resources/session'
import { prefetchLink } from '../features/scope/link/link-loader'
import { readLinkAhead } from '../features/scope/link/read-link-ahead'
import { createSessionLife } from '../features/session/session-life'
import { initialLanguage } from '../i18n/language'
import { loadMessages } from '../i18n/load-messages'
import { guardHeldKeys } from '../lib/dom/held-keys'
import { guardInputMethods } from '../lib/dom/input-method'
import { styleNonce } from '../lib/dom/style-nonce'
import { styleSheetsSettled } from '../lib/dom/style-sheets'
import { trustPlainTextOnly } from '../lib/dom/trusted-types'
import { ChunkError } from '../lib/lazy-page'
import { basePath } from '../lib/navigation/base-path'
import { addressNow } from '../lib/navigation/navigation-guard'
import { App } from './App'
import { fetchOnIntent } from './fetch-on-intent'
import { Providers } from './Providers'
import { routeOf, scopeBar } from './routes'

/** What another host of the app brings along, such as the demo that needs no server. */
export interface StartOptions {
  /** Sends all requests in place of the network. Each tab then has a session of its own. */
  readonly transport?: Transport
  /** Stands in the header in place of the badge that says that this is a demo. */
  readonly demoControls?: ReactNode
}

/**
 * Starts the app in `root`. Messages, session and the page's code and data are requested at once; the latter two for
 * somebody who was signed in the last time, and otherwise as soon as the session says that somebody is. Rejects, and
 * shows nothing, when the messages can't be fetched.
 */
export async function start(root: Element, { transport, demoControls }: StartOptions = {}): Promise<void> {
  if (transport) setTransport(transport)
  const language = initialLanguage()
  const loading = loadMessages(language)
  const client = createQueryClient()
  const life = createSessionLife(client, transport ? null : openChannel())

  trustPlainTextOnly()
  guardInputMethods()
  guardHeldKeys()
  watchActivity(window, life.renew)
  // The scroll lock of Mantine's dialogs makes a style element.
  setNonce(styleNonce())
  const isExpected = life.isExpected()
  const parts = isExpected ? prefetch() : undefined
  client
    .query(sessionQuery())
    .then(({ user }) => {
      if (user && !isExpected) void prefetch()
    })
    // The screens read the same, and show a failure.
    .catch(() => undefined)

  function prefetch(): Promise<unknown> {
    const { path } = addressNow()
    prefetchLink(client, path)
    return Promise.all([routeOf(path)?.page.preload(), scopeBar.preload()])
  }

  // Until all of this is there, the page shows what it came with.
  const [messages] = await Promise.all([loading, parts, styleSheetsSettled()])
  fetchOnIntent({
    fetchCode: (path) => routeOf(path)?.page.preload(),
    readData: (path) => readLinkAhead(client, path),
  })
  // From here on the pages set the title; the first one in the document would win.
  document.querySelector('title')?.remove()
  createRoot(root, { onCaughtError: logCaught }).render(
    <StrictMode>
      <Providers client={client} life={life} language={language} messages={messages}>
        <App demoControls={demoControls} />
      </Providers>
    </StrictMode>,
  )
}

/** Returns the channel between tabs; null where there is none, as in a Firefox that blocks cookies. */
function openChannel(): BroadcastChannel | null {
  try {
    return new BroadcastChannel(`portdeck${basePath}`)
  } catch {
    return null
  }
}

/** Logs what an error boundary caught, except for parts that couldn't be fetched, which are no bugs. */
function logCaught(error: unknown, { componentStack }: { componentStack?: string | undefined }) {
  if (!(error instanceof ChunkError)) console.error(error, componentStack)
}
