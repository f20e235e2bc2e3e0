/**
 * Returns the words of a name in capitals: what stands between anything but letters and digits, whole and split where
 * the case changes and at digits, and each two neighbours written as one (`xxl-job` is XXLJOB, too). `WEB_ADMIN2` and
 * `webAdmin` hold ADMIN, `CONSOLEX` holds no CONSOLE.
 */
export function wordsIn(name: string): Set<string> {
  const segments = name.split(/[^A-Za-z0-9]+/).filter((segment) => segment !== '')
  const parts = segments.flatMap((segment) =>
    segment
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
      .split(/[ 0-9]+/),
  )
  const pairs = segments.slice(1).map((segment, at) => `${segments[at] ?? ''}${segment}`)
  return new Set([...segments, ...parts, ...pairs].map((word) => word.toUpperCase()))
}

/** The last part of an image's path: what runs, without the registry and the version that it is got from. */
export function imageName(image: string): string {
  const path = image.split('@')[0] ?? ''
  return path
    .split('/')
    .slice(-2)
    .join('/')
    .replace(/:[^/]*$/, '')
}
