import { createTranslator } from 'use-intl/core'
import { allMessages } from '../../../i18n/all-messages'
import type { Language } from '../../../i18n/language'
import type { ShareSpeech } from '../share/shared-plan'

/** Returns the messages of what is shared in one language. */
export function shareSpeech(locale: Language): ShareSpeech {
  const messages = allMessages[locale]
  return {
    share: createTranslator({ locale, messages, namespace: 'share' }),
    plan: createTranslator({ locale, messages, namespace: 'plan' }),
    review: createTranslator({ locale, messages, namespace: 'review' }),
  }
}
