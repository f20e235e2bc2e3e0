import { useLanguage } from '../../src/i18n/LanguageProvider'
import type { Language, Words } from '../../src/i18n/language'
import { en } from './en'
import { zh } from './zh'

export type DemoWords = Words<typeof en>

/** The texts of the demo's own controls, by language. */
export const demoWords: Readonly<Record<Language, DemoWords>> = { en, zh }

/** Returns the texts in the language that the visitor has chosen. */
export const useDemoWords = (): DemoWords => demoWords[useLanguage().language]
