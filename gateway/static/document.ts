import { createHash } from 'node:crypto'
import { readLink } from '../../src/features/scope/link/link'
import type { PageName } from '../../src/features/scope/link/paths'
import { lateStyles } from './late-styles'
import { appParts, type PageParts } from './page-parts'

/** The placeholder that the build writes for a nonce (`html.cspNonce` in vite.config.ts). */
const noncePlace = '__CSP_NONCE__'

/** The placeholders of src/app/shell/shell.css. */
const shells: Readonly<Record<PageName, string>> = {
  home: '',
  teams: 'list',
  regions: 'list',
  apps: 'list',
  components: 'list',
  ports: 'ports',
  clusterPorts: 'inventory',
  appPorts: 'inventory',
  exposure: 'inventory',
}

export interface DocumentParts {
  /** Everything until the answers, and what follows them. */
  readonly head: string
  readonly tail: string
}

export interface Documents {
  /** The hashes of the scripts in the page itself, as sources of a policy. */
  readonly scriptSources: readonly string[]
  /**
   * Writes the page of an address.
   * @param promise markup for the head, where somebody is signed in; null otherwise
   */
  readonly write: (path: string, nonce: string, promise: string | null) => DocumentParts
}

/**
 * Prepares the built page. Its relative addresses become absolute, because a deep link shows the same page and a `<base>`
 * element would change every link in it. The base path is written into it for the app to read.
 */
export function documents(built: string, manifest: string | undefined, basePath: string): Documents {
  const parts = appParts(manifest, built)
  const page = built.replaceAll('="./', `="${basePath}/`)
  const inline = [...page.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]+?)<\/script>/g)]

  return {
    scriptSources: inline.map(([, script = '']) => `'sha256-${sha256(script)}'`),
    write(path, nonce, promise) {
      const name = path === '/' ? 'home' : readLink(path)?.page
      const inside = name === undefined ? '' : shells[name]
      const shown = promise === null ? 'sign-in' : inside
      const needed = promise === null ? parts.signIn : parts.pageOf(name)
      const [head = '', tail = ''] = page
        .replace(
          'data-base-path=""',
          () => `data-base-path="${basePath}" data-shell="${shown}" data-shell-inside="${inside}"`,
        )
        // Before the script that reads it.
        .replace('<style', () => `${promise ?? ''}${wordsOf(needed, basePath)}<style`)
        .replace('</head>', () => `${styleSheets(needed, basePath)}${preloads(needed, basePath)}</head>`)
        .replaceAll(noncePlace, nonce)
        .split('</body>')
      return { head, tail: tail === '' ? '' : `</body>${tail}` }
    },
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64')

const wordsOf = ({ words }: PageParts, basePath: string) => {
  const addresses = Object.fromEntries(
    Object.entries(words).map(([language, files]) => [language, files.map((file) => `${basePath}/${file}`)]),
  )
  return `<meta name="words" content="${JSON.stringify(addresses).replaceAll('"', '&quot;')}">`
}

const preloads = ({ scripts }: PageParts, basePath: string) =>
  scripts.map((file) => `<link rel="modulepreload" crossorigin href="${basePath}/${file}">`).join('')

const styleSheets = ({ styles }: PageParts, basePath: string) =>
  styles.map((file) => lateStyles(`${basePath}/${file}`)).join('')
