import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vite'

/** Compiles the command line. Its dependencies stay in node_modules. */
export default defineConfig({
  publicDir: false,
  plugins: [
    // npm makes a command executable when it is installed, which a later build would undo.
    {
      name: 'portdeck:executable',
      writeBundle: ({ dir = '' }) => chmodSync(join(dir, 'main.js'), 0o755),
    },
  ],
  build: {
    ssr: 'cli/main.ts',
    outDir: 'dist-cli',
    emptyOutDir: true,
    target: 'node20',
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        entryFileNames: 'main.js',
        chunkFileNames: '[name].js',
        banner: (chunk) => (chunk.isEntry ? '#!/usr/bin/env node' : ''),
      },
    },
  },
})
