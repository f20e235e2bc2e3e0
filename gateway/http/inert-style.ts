import { createHash } from 'node:crypto'

/** The only style that answers other than the app's pages may have: that of the error pages. */
export const inertStyle = `
body {
  display: grid;
  min-height: 100vh;
  margin: 0;
  place-items: center;
  font: 16px/1.6 system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', sans-serif;
}
main {
  box-sizing: border-box;
  max-width: 34rem;
  padding: 1.5rem;
}
h1 {
  margin: 0 0 0.5rem;
  font-size: 1.5rem;
  line-height: 1.3;
}
p {
  margin: 0 0 1rem;
}
small {
  overflow-wrap: anywhere;
  opacity: 0.75;
}
`

/** Allows that style in a Content-Security-Policy, and no other. */
export const inertStyleSource = `'sha256-${createHash('sha256').update(inertStyle).digest('base64')}'`
