import { setNonce } from 'get-nonce'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { watchActivity } from '../api/activity'
import { createQueryClient } from '../api/query-client'
import { sessionQuery } from '../api/resources/session'
import { prefetchLink } from '../features/scope/link/link-loader'
import { createSessionLife } from '../features/session/session-life'
import { initialLanguage } from '../i18n/language'
import { loadMessages } from '../i18n/load-messages'
import { guardInputMethods } from '../lib/dom/input-method'
import { ChunkError } from '../lib/lazy-page'
import { App } from './App'
import { Providers } from './Providers'
import { routeOf, scopeBar } from './routes'

/**
 * Starts the app in `root`. The words, the session and, for somebody who was signed in the last time, the page's code
 * and data are all asked for at once. Rejects when the words cannot be fetched, and then nothing is shown.
 */
export async function start(root: Element): Promise<void> {
  const language = initialLanguage()
  const loading = loadMessages(language)
  const client = createQueryClient()
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('portdeck')
  const life = createSessionLife(client, channel)

  guardInputMethods()
  watchActivity(window)
  shareStyleNonce()
  // A failure is told by the screens, which ask for the same.
  client.query(sessionQuery()).catch(() => undefined)
  if (life.isExpected()) {
    prefetchLink(client, location.pathname)
    routeOf(location.pathname)?.page.preload()
    scopeBar.preload()
  }

  const messages = await loading
  // From here on the pages give the title; the first one in the document would win.
  document.querySelector('title')?.remove()
  createRoot(root, { onCaughtError: logCaught }).render(
    <StrictMode>
      <Providers client={client} life={life} language={language} messages={messages}>
        <App />
      </Providers>
    </StrictMode>,
  )
}

/** A part that could not be fetched is told on the screen, and no fault of ours. */
function logCaught(error: unknown, { componentStack }: { componentStack?: string | undefined }) {
  if (!(error instanceof ChunkError)) console.error(error, componentStack)
}

/**
 * Hands the nonce that the gateway put into this page to the library that makes styles at run time (the scroll lock of
 * Mantine's dialogs): the Content-Security-Policy lets no others in. Where there is none, the empty string.
 */
export function shareStyleNonce(): void {
  setNonce(document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '')
}
