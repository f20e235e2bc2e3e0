import type * as z from 'zod/mini'

/** A value that this tab keeps while it is open, also when the page is reloaded. */
export interface TabValue<T> {
  /** Returns null where nothing valid is stored. */
  read: () => T | null
  /** Null removes the value. Where storage is blocked or full, a reload loses it. */
  write: (value: T | null) => void
}

/** The part of the browser's `sessionStorage` that is used. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** @param storage returns the tab's storage; throws where it is blocked */
export function tabValue<S extends z.ZodMiniType>(
  key: string,
  schema: S,
  storage: () => TabStorage = () => sessionStorage,
): TabValue<z.output<S>> {
  let held = stored()

  function stored(): z.output<S> | null {
    try {
      const text = storage().getItem(key)
      const read = text === null ? null : schema.safeParse(JSON.parse(text))
      return read?.success ? read.data : null
    } catch {
      return null
    }
  }

  return {
    read: () => held,
    write(value) {
      held = value
      try {
        if (value === null) storage().removeItem(key)
        else storage().setItem(key, JSON.stringify(value))
      } catch {
        // Storage is blocked or full.
      }
    },
  }
}
