/**
 * Builds the single-page app into dist/, and restores `NODE_ENV`: Vite sets it to `production` for the whole process,
 * which would disable hot reload in the development server of the end-to-end tests.
 */
export async function build() {
  const before = process.env.NODE_ENV
  const { build: viteBuild } = await import('vite')
  await viteBuild({ logLevel: 'warn' })
  if (before === undefined) delete process.env.NODE_ENV
  else process.env.NODE_ENV = before
}
