import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  // As plain text, a browser shows it instead of saving it.
  '.md': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/** The encodings that the build writes beside each file, the better one first. */
const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const

export type Encoding = (typeof encodings)[number][0]

export interface StaticFile {
  readonly type: string
  readonly etag: string
  /** True if the name contains a hash of the content, which therefore never changes. */
  readonly immutable: boolean
  readonly plain: Uint8Array<ArrayBuffer>
  readonly encoded: ReadonlyMap<Encoding, Uint8Array<ArrayBuffer>>
}

export interface StaticFiles {
  /** Keyed by URL path, such as `/assets/main-abc.js`. */
  readonly files: ReadonlyMap<string, StaticFile>
  /** The page; undefined if nothing was built. */
  readonly page: string | undefined
  /** The build's own list of what each module consists of; undefined if there is none. */
  readonly manifest: string | undefined
}

/**
 * Reads the built app into memory once. A path that is not in the map does not exist, so that no trick in a path can
 * reach other files. Returns no files if the directory does not exist, as in development, where Vite serves them.
 */
export function readStaticFiles(directory: string): StaticFiles {
  if (!existsSync(directory)) return { files: new Map(), page: undefined, manifest: undefined }
  const names = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const paths = new Set(names)
  const files = new Map<string, StaticFile>()
  for (const path of names) {
    const url = path.slice(directory.length).replaceAll('\\', '/').replace(/^\/?/, '/')
    const isEncoded = encodings.some(([, ending]) => path.endsWith(ending))
    // The page is rendered per request. Names that start with a dot (the build's manifest) are not public.
    if (isEncoded || url === '/index.html' || url.includes('/.')) continue
    files.set(url, readStaticFile(path, url, paths))
  }
  const text = (name: string) => {
    const path = join(directory, name)
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined
  }
  return { files, page: text('index.html'), manifest: text('.vite/manifest.json') }
}

function readStaticFile(path: string, url: string, present: ReadonlySet<string>): StaticFile {
  const plain = new Uint8Array(readFileSync(path))
  const encoded = encodings
    .filter(([, ending]) => present.has(path + ending))
    .map(([encoding, ending]) => [encoding, new Uint8Array(readFileSync(path + ending))] as const)
  return {
    type: types[extname(path)] ?? 'application/octet-stream',
    etag: createHash('sha256').update(plain).digest('base64url').slice(0, 22),
    immutable: url.startsWith('/assets/'),
    plain,
    encoded: new Map(encoded),
  }
}
