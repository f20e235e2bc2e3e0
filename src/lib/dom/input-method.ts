/**
 * How long after the end of a composition an Enter or Escape still belongs to it, in milliseconds: WebKit tells of the
 * key that ended it only afterwards, as of any other.
 */
const afterwardsMs = 100

/** What older browsers, and WebKit after a composition, give for a key that an input method has taken. */
const takenKeyCode = 229

let endedAt = Number.NEGATIVE_INFINITY

/**
 * Whether a key belongs to an input method, as one that chooses a Chinese word: it must not save, discard, close or leave
 * anything. What follows a composition is known only while `guardInputMethods` hears.
 */
export function isInputMethodKey(event: KeyboardEvent): boolean {
  if (event.isComposing || hasTakenCode(event)) return true
  return isEnding(event) && event.timeStamp - endedAt < afterwardsMs
}

/** The one thing by which some browsers tell, and which the types call deprecated. */
interface CodedKey {
  readonly keyCode: number
}

function hasTakenCode({ keyCode }: CodedKey): boolean {
  return keyCode === takenKeyCode
}

function isEnding({ key }: KeyboardEvent): boolean {
  return key === 'Enter' || key === 'Escape'
}

/**
 * Keeps the keys of input methods from everybody on the page, dialogs and the browser's own ways to send a form included.
 * Call it before anything else hears keys. Gives what ends it.
 */
export function guardInputMethods(): () => void {
  function handleKeyDown(event: KeyboardEvent) {
    if (!isInputMethodKey(event)) return
    event.stopImmediatePropagation()
    if (isEnding(event)) event.preventDefault()
  }
  function handleEnd({ timeStamp }: Event) {
    endedAt = timeStamp
  }

  window.addEventListener('keydown', handleKeyDown, true)
  window.addEventListener('compositionend', handleEnd, true)
  return () => {
    window.removeEventListener('keydown', handleKeyDown, true)
    window.removeEventListener('compositionend', handleEnd, true)
    endedAt = Number.NEGATIVE_INFINITY
  }
}
