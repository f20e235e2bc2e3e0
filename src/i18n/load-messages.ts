import { createEmitter } from '../lib/emitter'
import type { Language, Messages } from './language'

/** Loads the messages of one language only. Rejects when they can't be fetched. */
export async function loadMessages(language: Language): Promise<Messages> {
  switch (language) {
    case 'en':
      return (await import('./en')).messages
    case 'zh':
      return (await import('./zh')).messages
  }
}

const messagesEdited = createEmitter<[Language, Messages]>()

/** Calls its listener with messages that are edited while the development server runs. In production there are none. */
export const onEditedMessages = messagesEdited.subscribe

// Without this, an edited message would reload the page.
import.meta.hot?.accept('./en', (edited) => tell('en', edited?.['messages']))
import.meta.hot?.accept('./zh', (edited) => tell('zh', edited?.['messages']))

function tell(language: Language, edited: unknown) {
  if (isMessages(edited)) messagesEdited.emit(language, edited)
}

/** A file of messages that does not compile yet comes as nothing. */
function isMessages(edited: unknown): edited is Messages {
  return typeof edited === 'object' && edited !== null && 'app' in edited
}
