import { createTranslator } from 'use-intl/core'
import { messages as startEn } from '../../src/i18n/en'
import { isTyped, type Language, pickLanguage, type StartMessages, type Words } from '../../src/i18n/language'
import { messages as laterEn } from '../../src/i18n/later-en'
import { messages as laterZh } from '../../src/i18n/later-zh'
import type { Translate } from '../../src/i18n/translate'
import { messages as startZh } from '../../src/i18n/zh'
import { en } from './en'
import { zh } from './zh'

/** The texts of one language: the command line's own (`say`), and the page's by part. */
export interface Speech {
  readonly say: ReturnType<typeof createTranslator<typeof en>>
  readonly plan: Translate<'plan'>
  readonly refusals: Translate<'refusals'>
  readonly errors: Translate<'errors'>
  readonly sheet: Translate<'sheet'>
  readonly editing: Translate<'editing'>
}

const all = {
  en: { own: en, page: { ...startEn, ...laterEn } },
  zh: { own: zh, page: { ...startZh, ...laterZh } },
} as const

export function speechIn(locale: Language): Speech {
  const { own, page } = all[locale]
  const messages: StartMessages = { ...page, errors: { ...page.errors, ...own.errors } }
  if (!isOwn(own) || !isTyped(messages)) throw new Error('Each language has the keys of the other')
  return {
    say: createTranslator({ locale, messages: own }),
    plan: createTranslator({ locale, messages, namespace: 'plan' }),
    refusals: createTranslator({ locale, messages, namespace: 'refusals' }),
    errors: createTranslator({ locale, messages, namespace: 'errors' }),
    sheet: createTranslator({ locale, messages, namespace: 'sheet' }),
    editing: createTranslator({ locale, messages, namespace: 'editing' }),
  }
}

/** Returns the language of a POSIX locale such as zh_CN.UTF-8, else English. */
export function languageOf({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language {
  const locale = [LC_ALL, LC_MESSAGES, LANG].find((each) => each !== undefined && each !== '')
  return pickLanguage(null, [(locale ?? '').replaceAll(/[_.@]/g, '-')])
}

/** As `isTyped`: a translation differs only in its texts. */
function isOwn(words: Words<typeof en>): words is typeof en {
  return 'usage' in words
}
