import { mount } from './app/mount'

// In a task of its own: between evaluating the code and starting the app, the browser can paint and react.
setTimeout(mount)
