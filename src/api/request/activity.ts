const activeForMs = 60_000

let lastActivity = Date.now()

/** Notes every key, click, touch and turn of the wheel for `isBackground`. Returns a function that stops it. */
export function watchActivity(target: EventTarget): () => void {
  const note = () => {
    lastActivity = Date.now()
  }
  const events = ['pointerdown', 'keydown', 'wheel', 'touchstart']
  for (const event of events) target.addEventListener(event, note, { capture: true, passive: true })
  return () => {
    for (const event of events) target.removeEventListener(event, note, { capture: true })
  }
}

/**
 * Returns whether nobody has touched the page in the last minute: a read is then an automatic refresh, for which the
 * gateway does not extend the session. Opening the page counts as touching it.
 */
export function isBackground(now = Date.now()): boolean {
  return now - lastActivity > activeForMs
}
