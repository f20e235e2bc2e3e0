/** Inputs that take no text. */
const textless = ['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit']
const textlessInputs = textless.map((type) => `[type="${type}"]`).join(', ')

/** What takes the keys that are typed into it, and what is open above the page. */
const typing = `input:not(${textlessInputs}), textarea, select, [contenteditable="true"]`
const above = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], dialog[open]'

/** Whether a key is meant for the page: nobody types, and nothing is open above it. */
export function isForPage(event: KeyboardEvent): boolean {
  const { target, defaultPrevented, ctrlKey, metaKey, altKey, isComposing } = event
  if (defaultPrevented || ctrlKey || metaKey || altKey || isComposing) return false
  if (target instanceof Element && target.closest(typing)) return false
  return ![...document.querySelectorAll(above)].some((element) => element.checkVisibility())
}

/**
 * Presses the control that declares a key by `aria-keyshortcuts`; a field gets the focus. Returns whether there is one.
 */
export function pressShortcut(key: string): boolean {
  const control = document.querySelector<HTMLElement>(`[aria-keyshortcuts="${CSS.escape(key)}"]`)
  if (!control) return false
  control.focus()
  if (control instanceof HTMLInputElement) control.select()
  else control.click()
  return true
}
