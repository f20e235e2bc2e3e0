import {
  createContext,
  use,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react'
import { IntlProvider } from 'use-intl'
import { isTyped, languageNames, rememberLanguage, type Language, type StartMessages } from './language'
import { laterMessages } from './later-messages'
import { loadMessages, onEditedMessages } from './load-messages'

interface LanguageChoice {
  language: Language
  /** Loads the messages, then shows them. Rejects, and changes nothing, when they can't be fetched. */
  setLanguage: (language: Language) => Promise<void>
}

const LanguageContext = createContext<LanguageChoice | null>(null)

interface LanguageProviderProps {
  language: Language
  /** The messages of that language, loaded before the first rendering. */
  messages: StartMessages
  children: ReactNode
}

/** Provides the messages of one language; changing it keeps the state of everything below. */
export function LanguageProvider({ language, messages, children }: LanguageProviderProps) {
  const [spoken, setSpoken] = useState({ language, messages })
  const later = useSyncExternalStore(laterMessages.subscribe, laterMessages.loaded).get(spoken.language)

  useLayoutEffect(() => {
    document.documentElement.lang = languageNames[spoken.language].tag
  }, [spoken.language])

  useEffect(
    () =>
      onEditedMessages((language, messages) => {
        setSpoken((before) =>
          before.language === language ? { language, messages: { ...before.messages, ...messages } } : before,
        )
      }),
    [],
  )

  const choice = useMemo(
    () => ({
      language: spoken.language,
      setLanguage: async (next: Language) => {
        const [messages] = await Promise.all([loadMessages(next), laterMessages.speak(next)])
        setSpoken({ language: next, messages })
        rememberLanguage(next)
      },
    }),
    [spoken.language],
  )

  const typed = useMemo(() => {
    const all = { ...later, ...spoken.messages }
    return isTyped(all) ? all : null
  }, [spoken.messages, later])
  return (
    <LanguageContext value={choice}>
      {/* Without a time zone, which takes a browser 40 ms to find: no message holds a date. */}
      <IntlProvider locale={spoken.language} messages={typed}>
        {children}
      </IntlProvider>
    </LanguageContext>
  )
}

/** Throws outside of a `LanguageProvider`. */
export function useLanguage(): LanguageChoice {
  const choice = use(LanguageContext)
  if (!choice) throw new Error('useLanguage needs a LanguageProvider around it')
  return choice
}
