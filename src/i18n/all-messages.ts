import { messages as choosingEn } from './choosing-en'
import { messages as choosingZh } from './choosing-zh'
import { messages as en } from './en'
import { messages as laterEn } from './later-en'
import { messages as laterZh } from './later-zh'
import { messages as signInEn } from './sign-in-en'
import { messages as signInZh } from './sign-in-zh'
import { messages as zh } from './zh'

/** Every message of each language, for tests. */
export const allMessages = {
  en: { ...en, ...laterEn, ...choosingEn, ...signInEn },
  zh: { ...zh, ...laterZh, ...choosingZh, ...signInZh },
} as const
