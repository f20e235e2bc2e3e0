import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Router } from 'wouter'
import type { SessionLife } from '../features/session/session-life'
import { SessionLifeContext } from '../features/session/use-session'
import { LanguageProvider } from '../i18n/LanguageProvider'
import type { Language, StartMessages } from '../i18n/language'
import { styleNonce } from '../lib/dom/style-nonce'
import { useGuardedLocation } from '../lib/navigation/navigation-guard'
import { theme } from './look/theme'

// src/app/shell/early.js reads the same key before anything is painted, so that no page flashes in the wrong scheme.
const colorSchemeManager = localStorageColorSchemeManager({ key: 'portdeck.scheme' })

export interface ProvidersProps {
  client: QueryClient
  life: SessionLife
  language: Language
  messages: StartMessages
  children: ReactNode
}

export function Providers({ client, life, language, messages, children }: ProvidersProps) {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemeManager}
      // theme.css holds them.
      withCssVariables={false}
      // Classes for widths of the window, which nothing uses: a style sheet made at run time.
      withGlobalClasses={false}
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={client}>
        <LanguageProvider language={language} messages={messages}>
          <SessionLifeContext value={life}>
            <Router hook={useGuardedLocation}>{children}</Router>
          </SessionLifeContext>
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  )
}
