/** Gives the focus to an element that cannot have it by itself, as a row; scrolls to it where it is out of view. */
export function takeFocus(element: HTMLElement): void {
  if (element.tabIndex < 0) element.tabIndex = -1
  element.focus()
}
