import { oneOf, storedValue } from '../lib/stored-value'
import type { messages as choosingEn } from './choosing-en'
import type { messages as en } from './en'
import type { messages as laterEn } from './later-en'
import type { messages as signInEn } from './sign-in-en'

type Later = typeof laterEn & typeof choosingEn & typeof signInEn

export const languages = ['en', 'zh'] as const
export type Language = (typeof languages)[number]

/** The messages of one language that are there from the start, and those that are loaded later. */
export type StartMessages = Words<typeof en>
export type LaterMessages = Words<Later>

/** All messages of one language. */
export type Messages = StartMessages & LaterMessages

// Makes the keys and arguments of `useTranslations` those of the English messages.
declare module 'use-intl' {
  interface AppConfig {
    Locale: Language
    Messages: typeof en & Later
  }
}

/** The language's own name, and its tag for `<html lang>`. */
export const languageNames: Readonly<Record<Language, { name: string; tag: string }>> = {
  en: { name: 'English', tag: 'en' },
  zh: { name: '中文', tag: 'zh-CN' },
}

/**
 * use-intl types messages by the English texts. A translation has the same keys (else it would not compile) and the same
 * arguments (a test compares them), and differs only in the texts. The later ones are there before what asks for them.
 */
export function isTyped(messages: StartMessages): messages is typeof en & Later {
  return 'app' in messages
}

/** Returns the language that was chosen before, else the first of the preferred ones, best first, that Portdeck speaks. */
export function pickLanguage(chosen: string | null, preferred: readonly string[]): Language {
  const known = oneOf(languages)
  for (const tag of [chosen ?? '', ...preferred.map((each) => each.toLowerCase().split('-')[0] ?? '')]) {
    const language = known.parse(tag)
    if (language) return language
  }
  return 'en'
}

/** Returns the language that the page came with: `app/shell/early.js` has picked it in the same way. */
export function initialLanguage(): Language {
  const { lang } = document.documentElement
  return languages.find((language) => languageNames[language].tag === lang) ?? 'en'
}

/** Stores it for the next start, where `app/shell/early.js` reads it. */
export function rememberLanguage(language: Language): void {
  storedValue('portdeck.language', oneOf(languages)).write(language)
}

/** The shape of a set of messages with any text in it, which the other language has to fill. */
export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> }
