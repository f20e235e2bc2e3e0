import react from '@vitejs/plugin-react'
import { compression } from 'vite-plugin-compression2'
import { defineConfig } from 'vitest/config'

// scripts/dev.mjs starts the gateway first and says here where it listens.
const gateway = process.env['PORTDECK_GATEWAY']

export default defineConfig({
  plugins: [
    react(),
    // The gateway serves these beside the originals; index.html is made anew for every request.
    compression({ algorithms: ['gzip', 'brotliCompress'], exclude: [/index\.html$/], threshold: 1024 }),
  ],
  // The gateway puts a fresh nonce in this place for every request of index.html.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    manifest: true,
    license: { fileName: 'THIRD-PARTY-NOTICES.md' },
    reportCompressedSize: false,
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
