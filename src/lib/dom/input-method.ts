/**
 * Milliseconds after a composition in which an Enter or Escape still belongs to it: WebKit reports the key that ended it
 * only afterwards, like any other key.
 */
const afterwardsMs = 100

/** The code that older browsers, and WebKit after a composition, report for a key that an input method has handled. */
const takenKeyCode = 229

let endedAt = Number.NEGATIVE_INFINITY

function isInputMethodKey(event: KeyboardEvent): boolean {
  if (event.isComposing || hasTakenCode(event)) return true
  return isEnding(event) && event.timeStamp - endedAt < afterwardsMs
}

/** The only sign in some browsers, which the types call deprecated. */
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
 * Hides the keys of input methods, such as one that picks a Chinese word, from everything on the page, including dialogs and
 * the browser's own form submission: they must not save, discard, close or leave anything, and nothing else on the page
 * needs to tell them apart. Call it before anything else listens to keys. Returns a function that ends it.
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
