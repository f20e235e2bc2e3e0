import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { mergeConfig, type Plugin } from 'vite'
import { pagePolicy } from './gateway/http/security-headers.ts'
import app from './vite.config.ts'

const demo = (path: string) => fileURLToPath(new URL(`demo/${path}`, import.meta.url))

/**
 * The nonce of the styles that are created at run time. A static page can't have a new one in every answer: this one only
 * allows the app to run under the policy of the gateway.
 */
const cspNonce = 'demo'

/** Builds the demo that needs no server: the app with the emulator in the page, for any folder of a static host. */
export default mergeConfig(app, {
  root: demo(''),
  publicDir: demo('../public'),
  html: { cspNonce },
  plugins: [policyInPage()],
  build: {
    outDir: demo('../dist-demo'),
    emptyOutDir: true,
    manifest: false,
    // No gateway tells the browser what its pages have in common.
    modulePreload: { resolveDependencies: (_file: string, needed: string[]) => needed },
    rolldownOptions: { input: [demo('index.html'), demo('404.html')] },
  },
})

/** Writes the Content-Security-Policy into the pages, because nothing sends it as a header. No request leaves the page. */
function policyInPage(): Plugin {
  const policyOf = (html: string) => {
    const inline = [...html.matchAll(/<script[^>]*>([\s\S]+?)<\/script>/g)].map(([, script = '']) => script)
    const hashes = inline.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`)
    return pagePolicy(cspNonce)
      .replace("script-src 'self'", ["script-src 'self'", ...hashes].join(' '))
      .replace("connect-src 'self'", "connect-src 'none'")
      .replace("frame-ancestors 'none'; ", '')
  }
  return {
    name: 'portdeck:policy-in-page',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: policyOf(html) },
          injectTo: 'head-prepend',
        },
      ],
    },
  }
}
