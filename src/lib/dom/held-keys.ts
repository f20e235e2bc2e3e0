/** Stops a held-down Enter from pressing the button that replaces the pressed one. Returns a function that ends it. */
export function guardHeldKeys(): () => void {
  function handleKeyDown(event: KeyboardEvent) {
    if (!event.repeat || event.key !== 'Enter') return
    if (event.target instanceof Element && event.target.closest('button')) event.preventDefault()
  }
  window.addEventListener('keydown', handleKeyDown, true)
  return () => window.removeEventListener('keydown', handleKeyDown, true)
}
