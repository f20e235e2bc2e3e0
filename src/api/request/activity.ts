const activeForMs = 60_000
const renewEveryMs = 120_000

let lastActivity = Date.now()

/**
 * Notes every key, click, touch and turn of the wheel for `isBackground`, and calls `renew` at most every two minutes
 * when one comes. Returns a function that stops it.
 */
export function watchActivity(target: EventTarget, renew: () => void): () => void {
  let renewedAt = lastActivity
  const note = () => {
    lastActivity = Date.now()
    if (lastActivity - renewedAt < renewEveryMs) return
    renewedAt = lastActivity
    renew()
  }
  const events = ['pointerdown', 'keydown', 'wheel', 'touchstart']
  for (const event of events) target.addEventListener(event, note, { capture: true, passive: true })
  return () => {
    for (const event of events) target.removeEventListener(event, note, { capture: true })
  }
}

/**
 * Returns whether nobody has touched the page in the last minute: a read is then an automatic refresh, and if it reads the
 * session, the gateway does not extend it. Opening the page counts as touching it.
 */
export function isBackground(now = Date.now()): boolean {
  return now - lastActivity > activeForMs
}
