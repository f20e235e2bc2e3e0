import { createEmitter } from '../lib/emitter'
import type { Language, LaterMessages, StartMessages } from './language'

/** Loads the messages of one language that the first pages need. Rejects when they can't be fetched. */
export async function loadMessages(language: Language): Promise<StartMessages> {
  switch (language) {
    case 'en':
      return (await import('./en')).messages
    case 'zh':
      return (await import('./zh')).messages
  }
}

const laterFiles = {
  later: { en: () => import('./later-en'), zh: () => import('./later-zh') },
  choosing: { en: () => import('./choosing-en'), zh: () => import('./choosing-zh') },
  'sign-in': { en: () => import('./sign-in-en'), zh: () => import('./sign-in-zh') },
} as const

/** A file of messages that some parts of the app need, in each language. */
export type LaterFile = keyof typeof laterFiles

/** Loads such a file in one language. Rejects when it can't be fetched. */
export async function loadLaterMessages(
  file: LaterFile,
  language: Language,
): Promise<Partial<LaterMessages>> {
  return (await laterFiles[file][language]()).messages
}

const messagesEdited = createEmitter<[Language, Partial<StartMessages & LaterMessages>]>()

/** Calls its listener with messages that are edited while the development server runs. In production there are none. */
export const onEditedMessages = messagesEdited.subscribe

// Without this, an edited message would reload the page.
import.meta.hot?.accept('./en', (edited) => tell('en', edited?.['messages']))
import.meta.hot?.accept('./zh', (edited) => tell('zh', edited?.['messages']))
import.meta.hot?.accept('./later-en', (edited) => tell('en', edited?.['messages']))
import.meta.hot?.accept('./later-zh', (edited) => tell('zh', edited?.['messages']))
import.meta.hot?.accept('./choosing-en', (edited) => tell('en', edited?.['messages']))
import.meta.hot?.accept('./choosing-zh', (edited) => tell('zh', edited?.['messages']))
import.meta.hot?.accept('./sign-in-en', (edited) => tell('en', edited?.['messages']))
import.meta.hot?.accept('./sign-in-zh', (edited) => tell('zh', edited?.['messages']))

function tell(language: Language, edited: unknown) {
  if (isMessages(edited)) messagesEdited.emit(language, edited)
}

/** A file of messages that does not compile yet comes as nothing. */
function isMessages(edited: unknown): edited is Partial<StartMessages & LaterMessages> {
  return (
    typeof edited === 'object' &&
    edited !== null &&
    ['app', 'log', 'choosing', 'signIn'].some((part) => part in edited)
  )
}
