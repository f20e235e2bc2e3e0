import type { messages as en } from './en'
import type { Words } from './words'

export const languages = ['en', 'zh'] as const
export type Language = (typeof languages)[number]

/** All the words of one language. */
export type Messages = Words<typeof en>

// Makes the keys and arguments of `useTranslations` those of the English messages.
declare module 'use-intl' {
  interface AppConfig {
    Locale: Language
    Messages: typeof en
  }
}

/** What a language calls itself, and what it is in `<html lang>`. */
export const languageNames: Readonly<Record<Language, { name: string; tag: string }>> = {
  en: { name: 'English', tag: 'en' },
  zh: { name: '中文', tag: 'zh-CN' },
}

/**
 * use-intl types messages by the English words themselves. A translation has the same keys (it would not compile
 * otherwise) and the same arguments (a test compares them), and differs in the words alone.
 */
export function isTyped(messages: Messages): messages is typeof en {
  return 'app' in messages
}

const storageKey = 'portdeck.language'

function isLanguage(value: string | null): value is Language {
  return languages.some((language) => language === value)
}

/** Takes what was chosen before and what the browser prefers, best first; gives the language to speak. */
export function pickLanguage(stored: string | null, preferred: readonly string[]): Language {
  if (isLanguage(stored)) return stored
  for (const tag of preferred) {
    const language = tag.toLowerCase().split('-')[0] ?? ''
    if (isLanguage(language)) return language
  }
  return 'en'
}

/** Gives the language of this browser: the one chosen in it before, else its own. */
export function initialLanguage(): Language {
  return pickLanguage(readStored(), navigator.languages)
}

/** Keeps the choice for the next visit; a browser that stores nothing only forgets it. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // Storage may be switched off or full.
  }
}

function readStored(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}
