/** Builds the single-page app into dist/. Throws what Vite throws. */
export async function build() {
  const { build: viteBuild } = await import('vite')
  await viteBuild({ logLevel: 'warn' })
}
