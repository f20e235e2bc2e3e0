/** Characters of a digest that are enough to tell two images apart. */
const digestLength = 12

/**
 * Shortens the reference of an image to its name and tag: `registry.test:5000/shop/web:1.27` becomes `web:1.27`. Of a
 * digest the first characters remain.
 */
export function shortImage(reference: string): string {
  const name = reference.slice(reference.lastIndexOf('/') + 1)
  return name.replace(
    /@(\w+):(\w+)$/,
    (_, algorithm: string, digest: string) => `@${algorithm}:${digest.slice(0, digestLength)}`,
  )
}
