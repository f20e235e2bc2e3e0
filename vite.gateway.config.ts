import { defineConfig } from 'vite'

/** Compiles the gateway for the image, which has no compiler. Its dependencies stay in node_modules. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'gateway/main.ts',
    outDir: 'dist-gateway',
    emptyOutDir: true,
    target: 'node20',
    reportCompressedSize: false,
    rolldownOptions: {
      // The gateway looks for dist/ beside the folder that it is in.
      output: { entryFileNames: 'main.js', chunkFileNames: '[name].js' },
    },
  },
})
