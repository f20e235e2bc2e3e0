/** How a value is written as the text that a browser stores. */
export interface TextFormat<T> {
  /** Returns null for any other text: anything can write into a browser's storage. */
  parse: (text: string) => T | null
  format: (value: T) => string
}

/** A value that one browser keeps under one key of `localStorage`, for all tabs. */
export interface StoredValue<T> {
  /** Returns null where nothing valid is stored, or storage is blocked. */
  read: () => T | null
  /** Null removes the value. Does nothing where storage is blocked or full. */
  write: (value: T | null) => void
  /** Calls `listener` after a write in another tab, not after one in this tab. */
  subscribe: (listener: () => void) => () => void
}

export function storedValue<T>(key: string, { parse, format }: TextFormat<T>): StoredValue<T> {
  return {
    read() {
      try {
        const text = localStorage.getItem(key)
        return text === null ? null : parse(text)
      } catch {
        return null
      }
    },
    write: (value) => store(key, value === null ? null : format(value)),
    subscribe(listener) {
      const handleStorage = (event: StorageEvent) => {
        // No key means that everything was cleared.
        if (event.key === key || event.key === null) listener()
      }
      window.addEventListener('storage', handleStorage)
      return () => window.removeEventListener('storage', handleStorage)
    },
  }
}

function store(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key)
    else localStorage.setItem(key, text)
  } catch {
    // Storage is blocked or full.
  }
}

/** The format of one of a few values, stored as its plain text. */
export function oneOf<T extends string | number>(values: readonly T[]): TextFormat<T> {
  return { parse: (text) => values.find((value) => String(value) === text) ?? null, format: String }
}

/** The format of a value stored as JSON; `parse` returns null for JSON of another shape. */
export function asJson<T>(parse: (json: unknown) => T | null): TextFormat<T> {
  return { parse: (text) => parse(JSON.parse(text)), format: (value) => JSON.stringify(value) }
}

/** Matches the keys of what says something about a person: all of Portdeck's but language and color scheme. */
const personal = /^portdeck\.(?!language$|scheme$)/

/** Returns all that this browser stores, by key. */
export function storedTexts(): [string, string][] {
  try {
    return Object.entries<string>(localStorage)
  } catch {
    return []
  }
}

/** The name of the IndexedDB database, which holds nothing but what says something about a person. */
export const personalDatabase = 'portdeck'

/** Erases what says something about a person. Stores the rest of `before` again, which the browser may have cleared. */
export function eraseStored(before: readonly [string, string][] = []): void {
  try {
    indexedDB.deleteDatabase(personalDatabase)
  } catch {
    // Storage is blocked.
  }
  for (const [key, text] of [...before, ...storedTexts()]) store(key, personal.test(key) ? null : text)
}
