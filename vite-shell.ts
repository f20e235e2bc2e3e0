import { readFileSync } from 'node:fs'
import { type Plugin, runnerImport } from 'vite'
import { lateStyles } from './gateway/static/late-styles.ts'

const shellFile = (name: string) => new URL(`src/app/shell/${name}`, import.meta.url)

/**
 * Writes into the page what is painted before any script has run, its styles with the theme's variables, and the script that
 * chooses scheme and language. The page's own style sheets don't hold the first paint up, and the app starts while the page is
 * still being received.
 * @param readTheme returns the variables of the theme as a style sheet
 */
export function shell(readTheme: () => Promise<string>): Plugin {
  return {
    name: 'portdeck:shell',
    transformIndexHtml: {
      order: 'post',
      async handler(html) {
        const { module } = await runnerImport<{
          shellMarkup: string
          shellTracks: Readonly<Record<string, string>>
        }>(shellFile('shell.ts').pathname)
        const rules = compact(readFileSync(shellFile('shell.css'), 'utf8'))
        const tracks = Object.entries(module.shellTracks).map(([name, value]) => `${name}:${value};`)
        const styles = `:root{${tracks.join('')}}${usedVariables(await readTheme(), rules)}${rules}`
        const early = readFileSync(shellFile('early.js'), 'utf8').replace(/^\s*\/\/.*\n/gm, '')
        const nonce = /nonce="[^"]*"/.exec(html)?.[0] ?? ''
        // Relative addresses below a base path, as Vite writes them.
        const icon = /href="(\S*favicon\.svg)"/.exec(html)?.[1] ?? '/favicon.svg'
        return html
          .replace('<!-- shell styles -->', () => `<style ${nonce}>${styles}</style>`)
          .replace('<!-- early script -->', () => `<script>\n${early}</script>`)
          .replace('<!-- shell -->', () => module.shellMarkup.replace('/favicon.svg', icon))
          .replaceAll('<script type="module" crossorigin', '<script type="module" async crossorigin')
          .replace(/<link rel="stylesheet"[^>]*href="([^"]*)"[^>]*>/g, (_, href: string) => lateStyles(href))
      },
    },
  }
}

/** Returns the rules of `theme` with those of their variables that `rules` use, or that such a variable uses. */
function usedVariables(theme: string, rules: string): string {
  const blocks = [...theme.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({
    selector: selector.trim(),
    declarations: body.split(';').flatMap((each) => {
      const [, name, value] = /^\s*(--[\w-]+)\s*:(.*)$/s.exec(each) ?? []
      return name === undefined || value === undefined ? [] : [{ name, value: value.trim() }]
    }),
  }))
  const used = new Set<string>()
  const use = (text: string) => {
    for (const [, name = ''] of text.matchAll(/var\((--[\w-]+)/g)) {
      if (used.has(name)) continue
      used.add(name)
      for (const { declarations } of blocks)
        for (const each of declarations) if (each.name === name) use(each.value)
    }
  }
  use(rules)
  return blocks
    .map(({ selector, declarations }) => {
      const kept = declarations.filter(({ name }) => used.has(name))
      return kept.length === 0
        ? ''
        : `${selector}{${kept.map(({ name, value }) => `${name}:${value}`).join(';')}}`
    })
    .join('')
}

/** Leaves out comments and spaces that mean nothing. */
function compact(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;\}/g, '}')
    .trim()
}
