/**
 * Copies text to the clipboard. Resolves with false on a page over plain http, where there is no clipboard, and where the
 * browser refuses: then the person has to copy it, which `selectText` prepares.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** Selects the text of an element, so that the person can copy it. */
export function selectText(element: Element | null): void {
  if (element) window.getSelection()?.selectAllChildren(element)
}
