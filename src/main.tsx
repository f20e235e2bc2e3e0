import { mount } from './app/mount'

// In a task of its own: between evaluating the code and starting the app, the browser can paint and react.
setTimeout(mountOnceThere)

/** Waits for the end of what the page begins with: the browser may have this script before it. */
function mountOnceThere() {
  if (document.querySelector('noscript')) mount()
  else setTimeout(mountOnceThere)
}
