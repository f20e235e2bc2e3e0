const parameter = 'port'

/** Returns what to add to the path of a component so that the row of a port gets the focus there. */
export function landingSearch(port: number): string {
  return `?${parameter}=${String(port)}`
}

/** Returns the port that an address (what follows its `?`) asks for; null where it asks for none. */
export function landingPort(search: string): number | null {
  const text = new URLSearchParams(search).get(parameter) ?? ''
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : null
}

/** Returns a search string that asks for no port. */
export function withoutLanding(search: string): string {
  const params = new URLSearchParams(search)
  params.delete(parameter)
  return params.size === 0 ? '' : `?${params}`
}
