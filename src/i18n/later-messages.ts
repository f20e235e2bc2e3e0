import { createEmitter } from '../lib/emitter'
import { initialLanguage, type Language, type LaterMessages } from './language'
import { loadLaterMessages } from './load-messages'

type Loaded = ReadonlyMap<Language, LaterMessages>

const changed = createEmitter()
let loaded: Loaded = new Map()
let language: Language | null = null
let isWanted = false

/** The messages that only some parts of the app need. They are loaded with the first such part, and follow the language. */
export const laterMessages = {
  subscribe: changed.subscribe,
  /** The same object until further ones are loaded. */
  loaded: (): Loaded => loaded,
  /** Loads those of the page's language. Rejects when they can't be fetched. */
  load: () => loadIn(language ?? initialLanguage()),
  /** To be called, and waited for, before another language is shown. Rejects when they can't be fetched. */
  async speak(next: Language): Promise<void> {
    if (isWanted) await loadIn(next)
    language = next
  },
}

async function loadIn(wanted: Language): Promise<void> {
  isWanted = true
  if (loaded.has(wanted)) return
  const messages = await loadLaterMessages(wanted)
  loaded = new Map([...loaded, [wanted, messages]])
  changed.emit()
}

/** Returns what loads a part of the app that needs the later messages, together with them. */
export function withLaterMessages<Part>(load: () => Promise<Part>): () => Promise<Part> {
  return async () => {
    const [part] = await Promise.all([load(), laterMessages.load()])
    return part
  }
}
