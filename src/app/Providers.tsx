import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Router } from 'wouter'
import type { SessionLife } from '../features/session/session-life'
import { SessionLifeContext } from '../features/session/use-session'
import { LanguageProvider } from '../i18n/LanguageProvider'
import type { Language, Messages } from '../i18n/language'
import { useGuardedLocation } from '../lib/navigation/navigation-guard'

export interface ProvidersProps {
  client: QueryClient
  life: SessionLife
  language: Language
  messages: Messages
  children: ReactNode
}

export function Providers({ client, life, language, messages, children }: ProvidersProps) {
  return (
    <QueryClientProvider client={client}>
      <LanguageProvider language={language} messages={messages}>
        <SessionLifeContext value={life}>
          <Router hook={useGuardedLocation}>{children}</Router>
        </SessionLifeContext>
      </LanguageProvider>
    </QueryClientProvider>
  )
}
