import { useEffect, useState } from 'react'
import { fetchPart } from './lazy-page'

/** Code that is loaded once it is wanted; null until it is there. */
export interface Loaded<Module> {
  module: Module | null
  /** It couldn't be fetched. It is fetched again when it is next wanted. */
  hasFailed: boolean
}

/** Loads code when a page comes to want it. `load` is the same function for all renderings. */
export function useLoaded<Module>(load: () => Promise<Module>, isWanted: boolean): Loaded<Module> {
  const [loaded, setLoaded] = useState<Loaded<Module>>({ module: null, hasFailed: false })
  const isMissing = isWanted && loaded.module === null
  useEffect(() => {
    if (!isMissing) return
    let isLeft = false
    const end = (result: Loaded<Module>) => {
      if (!isLeft) setLoaded(result)
    }
    fetchPart(load).then(
      (module) => end({ module, hasFailed: false }),
      () => end({ module: null, hasFailed: true }),
    )
    return () => {
      isLeft = true
    }
  }, [load, isMissing])
  return isMissing ? loaded : { ...loaded, hasFailed: false }
}
