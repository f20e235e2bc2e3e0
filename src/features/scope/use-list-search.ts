import { useMemo } from 'react'
import { addressNow, replaceSearch, useAddressSearch } from '../../lib/navigation/navigation-guard'

const parameter = 'q'

function setTyped(text: string) {
  const params = new URLSearchParams(addressNow().search)
  if (text === '') params.delete(parameter)
  else params.set(parameter, text)
  replaceSearch(params.size === 0 ? '' : `?${params}`)
}

/** Returns what is searched for according to the URL. Typing replaces the history entry, so that Back leaves the page. */
export function useListSearch(): { typed: string; setTyped: (text: string) => void } {
  const search = useAddressSearch()
  const typed = useMemo(() => new URLSearchParams(search).get(parameter) ?? '', [search])
  return { typed, setTyped }
}
