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

/** Loads the others of one language. Rejects when they can't be fetched. */
export async function loadLaterMessages(language: Language): Promise<LaterMessages> {
  switch (language) {
    case 'en':
      return (await import('./later-en')).messages
    case 'zh':
      return (await import('./later-zh')).messages
  }
}

const messagesEdited = createEmitter<[Language, Partial<StartMessages & LaterMessages>]>()

/** Calls its listener with messages that are edited while the development server runs. In production there are none. */
export const onEditedMessages = messagesEdited.subscribe

// Without this, an edited message would reload the page.
import.meta.hot?.accept('./en', (edited) => tell('en', edited?.['messages']))
import.meta.hot?.accept('./zh', (edited) => tell('zh', edited?.['messages']))
import.meta.hot?.accept('./later-en', (edited) => tell('en', edited?.['messages']))
import.meta.hot?.accept('./later-zh', (edited) => tell('zh', edited?.['messages']))

function tell(language: Language, edited: unknown) {
  if (isMessages(edited)) messagesEdited.emit(language, edited)
}

/** A file of messages that does not compile yet comes as nothing. */
function isMessages(edited: unknown): edited is Partial<StartMessages & LaterMessages> {
  return typeof edited === 'object' && edited !== null && ('app' in edited || 'log' in edited)
}
