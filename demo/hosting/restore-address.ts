/** The part of the browser's `window` that is used. */
export interface AddressHost {
  readonly location: Pick<Location, 'pathname' | 'search' | 'hash'>
  readonly history: Pick<History, 'state' | 'replaceState'>
}

/**
 * Returns the path of the folder that the page was loaded from, without a slash at the end, and puts the address below it
 * into the address bar for which `404.html` sent the browser here.
 */
export function restoreAddress({ location, history }: AddressHost): string {
  const { pathname, search, hash } = location
  const folder = pathname.replace(/\/[^/]*$/, '')
  const at = new URLSearchParams(search).get('at')
  const address = at?.startsWith('/') ? at : `/${search}${hash}`
  history.replaceState(history.state, '', folder + address)
  return folder
}
