import { createEmitter } from '../lib/emitter'
import { initialLanguage, type Language, type LaterMessages } from './language'
import { type LaterFile, loadLaterMessages } from './load-messages'

type Loaded = ReadonlyMap<Language, Partial<LaterMessages>>

const changed = createEmitter()
const wanted = new Set<LaterFile>()
const known = new Set<string>()
let loaded: Loaded = new Map()
let language: Language | null = null

/** The messages that only some parts of the app need. They are loaded with the first such part, and follow the language. */
export const laterMessages = {
  subscribe: changed.subscribe,
  /** The same object until further ones are loaded. */
  loaded: (): Loaded => loaded,
  /** Loads a file of them in the page's language. Rejects when it can't be fetched. */
  load: (file: LaterFile = 'later') => loadIn(file, language ?? initialLanguage()),
  /** To be called, and waited for, before another language is shown. Rejects when they can't be fetched. */
  async speak(next: Language): Promise<void> {
    await Promise.all([...wanted].map((file) => loadIn(file, next)))
    language = next
  },
}

async function loadIn(file: LaterFile, spoken: Language): Promise<void> {
  wanted.add(file)
  const id = `${file} ${spoken}`
  if (known.has(id)) return
  const messages = await loadLaterMessages(file, spoken)
  known.add(id)
  loaded = new Map([...loaded, [spoken, { ...loaded.get(spoken), ...messages }]])
  changed.emit()
}

/** Returns what loads a part of the app that needs a file of the later messages, together with that. */
export function withLaterMessages<Part>(
  load: () => Promise<Part>,
  file: LaterFile = 'later',
): () => Promise<Part> {
  return async () => {
    const [part] = await Promise.all([load(), laterMessages.load(file)])
    return part
  }
}
