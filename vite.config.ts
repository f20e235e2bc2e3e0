import react from '@vitejs/plugin-react'
import compile from 'icu-minify/compile'
import { runnerImport, type Plugin } from 'vite'
import { compression } from 'vite-plugin-compression2'
import { defineConfig } from 'vitest/config'

// scripts/dev.mjs starts the gateway first and says here where it listens.
const gateway = process.env['PORTDECK_GATEWAY']

export default defineConfig({
  plugins: [
    react(),
    compiledMessages(),
    // The gateway serves these beside the originals; index.html is made anew for every request.
    compression({ algorithms: ['gzip', 'brotliCompress'], exclude: [/index\.html$/], threshold: 1024 }),
  ],
  // The gateway puts a fresh nonce in this place for every request of index.html.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    manifest: true,
    license: { fileName: 'THIRD-PARTY-NOTICES.md' },
    reportCompressedSize: false,
    // Every browser that the build is for fetches modules ahead by itself.
    modulePreload: { polyfill: false },
    // Browsers that know `light-dark()`: lowered, it would not see the colour scheme that Mantine sets by a variable.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  },
  server: {
    host: '127.0.0.1',
    strictPort: true,
    ...(gateway === undefined ? {} : { proxy: { '/openapi': gateway, '/session': gateway } }),
  },
  test: {
    include: ['{src,emulator,gateway,scripts,bench}/**/*.test.{ts,tsx}'],
    // Screens ask for a DOM themselves, by a comment at the top of the test.
    environment: 'node',
    testTimeout: 60_000,
  },
})

interface Messages {
  readonly [key: string]: string | Messages
}

/** Parses every message of a tree. Throws where one cannot be parsed. */
function compileMessages(messages: Messages): object {
  return Object.fromEntries(
    Object.entries(messages).map(([key, value]) => [
      key,
      typeof value === 'string' ? compile(value) : compileMessages(value),
    ]),
  )
}

/**
 * Parses the messages of each language at build, so that the browser needs no parser for them: 9 kB (gzip) less before
 * the first page. In development and in unit tests they are parsed where they are used.
 */
function compiledMessages(): Plugin {
  return {
    name: 'portdeck:compiled-messages',
    apply: 'build',
    config: () => ({
      resolve: {
        alias: [{ find: /^use-intl\/format-message$/, replacement: 'use-intl/format-message/format-only' }],
      },
    }),
    load: {
      filter: { id: /\/src\/i18n\/(en|zh)\.ts$/ },
      async handler(id) {
        const { module, dependencies } = await runnerImport<{ messages: Messages }>(id)
        for (const file of dependencies) this.addWatchFile(file)
        return `export const messages = ${JSON.stringify(compileMessages(module.messages))}`
      },
    },
  }
}
