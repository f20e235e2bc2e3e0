/**
 * Puts text on the clipboard. Gives whether that went well: on a page over plain http a browser has no clipboard, and
 * anywhere else it may refuse. Then the person has to copy it, which `selectText` prepares.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** Selects all that an element shows, so that the person's own copying takes it. Null, as of a ref, does nothing. */
export function selectText(element: Element | null): void {
  if (element) window.getSelection()?.selectAllChildren(element)
}
