/**
 * Removes what follows the `#` from the address when it begins with `prefix`, now or later, and calls `listener` with it (and
 * the `#`). Returns a function that ends this.
 */
export function takeFragments(prefix: string, listener: (fragment: string) => void): () => void {
  function take() {
    const { hash, pathname, search } = window.location
    if (!hash.startsWith(`#${prefix}`)) return
    // What the history keeps with the entry is left as it is.
    window.history.replaceState(window.history.state, '', pathname + search)
    listener(hash)
  }

  take()
  window.addEventListener('hashchange', take)
  return () => window.removeEventListener('hashchange', take)
}
