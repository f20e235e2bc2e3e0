/**
 * Builds the single-page app into dist/. Vite says `NODE_ENV=production` to the whole process meanwhile, which would
 * take the development server of the end-to-end tests its hot reload. Throws what Vite throws.
 */
export async function build() {
  const before = process.env.NODE_ENV
  const { build: viteBuild } = await import('vite')
  await viteBuild({ logLevel: 'warn' })
  if (before === undefined) delete process.env.NODE_ENV
  else process.env.NODE_ENV = before
}
