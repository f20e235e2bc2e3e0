/** How a value is written as the text that a browser stores. */
export interface TextFormat<T> {
  /** Returns null for a text that is no such value: anybody can write into a browser's storage. */
  parse: (text: string) => T | null
  format: (value: T) => string
}

/** A value that one browser keeps under one key of `localStorage`, for all tabs. */
export interface StoredValue<T> {
  /** Returns null where nothing is stored that can be understood, or where the browser stores nothing. */
  read: () => T | null
  /** Null removes it. A browser whose storage is switched off or full forgets the value, and nothing fails. */
  write: (value: T | null) => void
  /** Calls `listener` when another tab has written; a tab does not hear of its own writing. */
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
    write(value) {
      try {
        if (value === null) localStorage.removeItem(key)
        else localStorage.setItem(key, format(value))
      } catch {
        // Storage may be switched off or full.
      }
    },
    subscribe(listener) {
      const handleStorage = (event: StorageEvent) => {
        // Without a key, everything was cleared.
        if (event.key === key || event.key === null) listener()
      }
      window.addEventListener('storage', handleStorage)
      return () => window.removeEventListener('storage', handleStorage)
    },
  }
}

/** The format of a choice among a few values, each of which is stored as it is written. */
export function oneOf<T extends string | number>(values: readonly T[]): TextFormat<T> {
  return { parse: (text) => values.find((value) => String(value) === text) ?? null, format: String }
}

/** The format of a value that is stored as JSON; `parse` returns null for JSON of another shape. */
export function asJson<T>(parse: (json: unknown) => T | null): TextFormat<T> {
  return { parse: (text) => parse(JSON.parse(text)), format: (value) => JSON.stringify(value) }
}
