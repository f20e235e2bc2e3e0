import {
  convertCssVariables,
  type CSSVariablesResolver,
  deepMerge,
  defaultCssVariablesResolver,
  type MantineThemeOverride,
  mergeMantineTheme,
  DEFAULT_THEME,
} from '@mantine/core'
import react from '@vitejs/plugin-react'
import compile from 'icu-minify/compile'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Plugin, runnerImport } from 'vite'
import { compression } from 'vite-plugin-compression2'
import { defineConfig } from 'vitest/config'
import { isNavigation } from './gateway/http/target.ts'
import { shell } from './vite-shell.ts'

const noticesFile = 'THIRD-PARTY-NOTICES.md'

// What the first screens need of packages, in one file, which compresses better. Other components of the UI kit are loaded
// with what uses them. What every page calls Rainbond with, and the smallest files that all others import, are along with them.
const packagesFile = {
  name: 'packages',
  test: /\/node_modules\/(@mantine\/(core\/esm\/(core(?!\/utils\/(create-scoped|close-on))|components\/(ActionIcon|Badge|Breadcrumbs|Button|CloseButton|Combobox\/use-combobox|Input|InputBase|Loader|Skeleton|TextInput|Transition|UnstyledButton))\/|hooks\/(?!.*\/use-(click-outside|debounced-callback|drag|focus-(return|trap)|long-press|mutation-observer|shallow-effect|timeout|window-event)\/))|@tabler\/icons-react\/(?!.*\/Icon(Arrow(BackUp|ForwardUp)|Bookmark|ChevronRight|ChevronUp|Circle(Check|X)|Clock|Columns3|CornerDownLeft|DoorOff|Filter|HistoryOff|Inbox|Plug(Off)?|QuestionMark|SearchOff|Selector|Table|Trash|UserEdit)\.)|clsx\/|react\/|react-dom\/|scheduler\/|use-intl\/|@formatjs\/|@tanstack\/(react-query|query-core)\/|zod\/|wouter\/|regexparam\/)|\/src\/(api\/(keys|paths|contract\/(envelope|plain-words|port|refusal-kind|session)|errors\/(errors|refusal)|request\/(activity|client|page-answers))|features\/scope\/link\/paths|lib\/(emitter|stored-value|navigation\/base-path)|i18n\/join-sentences|api\/resources\/read-all-pages)\.ts$/,
}

// Two files instead of a dozen small ones, which compress worse: what every page has with what those after signing in have,
// and what the page of a component needs until its grid is usable. What loads later is left out.
const startFile = {
  name: 'start',
  test: /\/get-nonce\/|\/src\/(main\.tsx|app\/(App|Layout|PageBoundary|PageNotices|Pages|Places|ProblemPages|Providers|mount|routes|fetch-on-intent|start|header\/(DisplaySettings|ModeBadge|Header)|look\/theme|keyboard\/KeyboardHost)\.|features\/(session\/(DemoEntrance|SessionGate|Account|session-life|signed-out|use-session)|palette\/(EarlyPalette|palette-keys|PaletteButton)|change\/(engines|component-places)|scope\/link\/((link(-lookup|-loader)?)|read-link-ahead))\.|api\/(query-client|contract\/(app|component|domain|region|team)|resources\/(session|apps|components|domains|ports|regions|teams)|errors\/(recovery|use-read-failure))\.|i18n\/(language|load-messages|use-error-words|later-messages|LanguageProvider)\.|components\/(notes\/(Error(Details|Note)|StaleNote|ProblemPage)|lazy-part|tooltip\/TooltipHost|IconButton)\.|(app\/(Layout|header\/Header)|components\/notes\/(Error(Details|Note)|ProblemPage|StaleNote)|features\/(palette\/early-palette|session\/session))\.module\.css|app\/look\/[a-z]+\.css|lib\/(dom\/(held-keys|input-method|style-(nonce|sheets)|trusted-types|focus|key-shortcuts)|lazy-page|navigation\/(guarded-location|navigation-guard)|timers|text\/clean-text|use-(sliced|fetch-ahead)|use-task|fetch-ahead|commands)\.|features\/(scope\/(use-(?!list-search)|SideLinks|ComponentScopeGate|Scope(Bar|Picker|ProblemNote)|scope\.module|link\/(resolve-scope|remembered-scope|scope)|choosing\/choices)|port-grid\/host\/landing)|components\/(combobox\/(ComboBox\.|use-|next-)|choice)|lib\/(text\/rank-matches|dom\/plain-click|parallel-limit|(use-)?paced)|i18n\/use-component-words|api\/names|domain\/(collections\/grouped|model\/gateway-rules))/,
}
const inEveryPage = /\/(rolldown-runtime|packages|preload-helper|start)-[\w-]{8}\.js$/
const loadsLater =
  /\/(ActionMenu|BulkBar|Select(Box(es)?|edPorts)|Plan(?!Host)\w+|Refusal(Note|Reason)|TypedNumber|DiffLine|Callout|AddPort(Dialog|Fields)|AddressesPopover|VariablesPopover|OperationLog(Entry)?|IntervalMenu|RowMenuList|WindowedRows|Notice(Region|Stack|Body|Text|Details)|ReportHost|InterruptedRun|Delay(Body|Note)|ChangesDrawer|EmptyPorts|InternalDomainField)\.tsx$|\/(bulk-change|target-ports|use-(bulk-change|internal-domain|loaded-selection)|selection-(keys|store)|use-add-port-form|add-port-schema|add-port-values|add-result|log-\w+|use-operation-log|well-known-ports|risk|step-words|place-name|question|question-words|danger|focus-first|use-review-focus|calls|run-record|(address|change|difference|loss|refusal|sheet-error|warning)-words|undo-keys|use-(lift|notice-keys|region-focus|scroll-anchor|undo-commands)|slots|engines|component-places|open-addresses|offers|inconsistencies|named-component|node-ports)\.ts$|\/(known-services|domain\/(copying|sheet)|change\/(review\/many|report|share))\/|\/(add-port|bulk-bar|notices|operation-log|refusal-note|addresses-popover|row-menu|variables-popover|changes-drawer|review|sections)\.module\.css$/
const portsFile = {
  name: 'ports',
  test: (id: string) =>
    /\/src\/((domain|features\/(bulk|change|port-grid|ports)|components\/copy)\/|app\/ComponentPortsPage|api\/cache-entries|lib\/(text\/copy-text|shared-read|slices)|components\/(notes\/ErrorLine|page\/(?!PageHead|page-head)|StatusPill|status-tone)).*(tsx?|css)$/.test(
      id,
    ) && !loadsLater.test(id),
}

// Set by scripts/serve.mjs, which starts the gateway first.
const gateway = process.env['PORTDECK_GATEWAY']

export default defineConfig({
  // Relative addresses, so that one build serves any path. The gateway makes those in index.html absolute.
  base: './',
  plugins: [
    react(),
    compiledMessages(),
    themeStyles(),
    noStylesAtRunTime(),
    shell(
      async () =>
        (await readThemeStyles(fileURLToPath(new URL('src/app/look/theme.ts', import.meta.url)))).styles,
    ),
    chunksWithoutCycles(),
    compiledAhead(),
    completedNotices(),
    pageForNavigations(),
    // The gateway serves these encodings too. It renders index.html for every request.
    compression({ algorithms: ['gzip', 'brotliCompress'], exclude: [/index\.html$/], threshold: 1024 }),
  ],
  // The gateway replaces this placeholder with a new nonce in every answer.
  html: { cspNonce: '__CSP_NONCE__' },
  // wouter brings a copy of the hook for older versions of React.
  resolve: { alias: { 'use-sync-external-store/shim/index.js': 'react' } },
  build: {
    manifest: true,
    license: { fileName: noticesFile },
    reportCompressedSize: false,
    // All target browsers support module preloading.
    modulePreload: {
      polyfill: false,
      // A part that loads later needn't name what every page has.
      resolveDependencies: (_file, needed, { hostType }) =>
        hostType === 'html' ? needed : needed.filter((name) => !inEveryPage.test(name)),
    },
    // These browsers support `light-dark()`. A transpiled version would ignore the colour scheme that Mantine sets by a
    // variable.
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [packagesFile, startFile, portsFile],
        },
      },
    },
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  },
  server: {
    host: '127.0.0.1',
    strictPort: true,
    ...(gateway === undefined ? {} : { proxy: { '/openapi': gateway, '/session': gateway } }),
  },
  test: {
    include: ['{src,emulator,gateway,demo,cli,bench,scripts}/**/*.test.{ts,tsx}'],
    // Tests of screens request a DOM with a comment at the top.
    environment: 'node',
    // Threads start faster than processes.
    pool: 'threads',
    // By default one core is left to Vitest itself, which needs little of it.
    maxWorkers: '100%',
    testTimeout: 60_000,
    setupFiles: ['scripts/test-setup.ts'],
  },
})

/**
 * Has browsers compile what the first page needs while it is being received, off the main thread: nearly all of its functions
 * run at once. Chromium looks for this comment at the very beginning (https://v8.dev/blog/explicit-compile-hints).
 */
function compiledAhead(): Plugin {
  const isNeededFirst = (name: string) =>
    [packagesFile, startFile, portsFile].some((file) => file.name === name)
  return {
    name: 'portdeck:compiled-ahead',
    apply: 'build',
    // No hook of our own comes after Vite has written the list of preloads at the beginning, and before the compression.
    configResolved({ plugins }) {
      const before = plugins.find(({ name }) => name === 'vite:build-import-analysis')
      const hook = before?.generateBundle
      if (before === undefined || typeof hook !== 'function')
        throw new Error('Vite lists preloads in another plugin now')
      before.generateBundle = async function (...parameters) {
        await hook.apply(this, parameters)
        for (const file of Object.values(parameters[1])) {
          if (file.type === 'chunk' && isNeededFirst(file.name))
            file.code = `//# allFunctionsCalledOnLoad\n${file.code}`
        }
      }
    },
  }
}

interface Messages {
  readonly [key: string]: string | Messages
}

/** Parses every message of a tree. Throws where one cannot be parsed. */
function compileMessages(messages: Messages): object {
  return Object.fromEntries(
    Object.entries(messages).map(([key, value]) => [
      key,
      typeof value === 'string' ? compile(value) : compileMessages(value),
    ]),
  )
}

/**
 * Parses the messages of each language at build time, which saves the browser the parser: 9 kB (gzip) before the first
 * page. In development and in unit tests messages are parsed when they are used.
 */
function compiledMessages(): Plugin {
  return {
    name: 'portdeck:compiled-messages',
    apply: 'build',
    config: () => ({
      resolve: {
        alias: [{ find: /^use-intl\/format-message$/, replacement: 'use-intl/format-message/format-only' }],
      },
    }),
    load: {
      filter: { id: /\/src\/i18n\/((choosing|later|sign-in)-)?(en|zh)\.ts$/ },
      async handler(id) {
        const { module, dependencies } = await runnerImport<{ messages: Messages }>(id)
        for (const file of dependencies) this.addWatchFile(file)
        return `export const messages = ${JSON.stringify(compileMessages(module.messages))}`
      },
    },
  }
}

/**
 * Writes the theme as a style sheet: the page has its colours before any script has run, and needs no styles made at run
 * time.
 */
function themeStyles(): Plugin {
  return {
    name: 'portdeck:theme-styles',
    load: {
      filter: { id: /\/src\/app\/look\/theme\.css$/ },
      async handler(id) {
        const { styles, dependencies } = await readThemeStyles(id.replace(/css$/, 'ts'))
        for (const file of dependencies) this.addWatchFile(file)
        return styles
      },
    },
  }
}

/** Leaves out what would make the theme's variables at run time, 2 kB (gzip): Providers.tsx has it switched off. */
function noStylesAtRunTime(): Plugin {
  return {
    name: 'portdeck:no-styles-at-run-time',
    apply: 'build',
    load: {
      filter: { id: /\/@mantine\/core\/esm\/.*\/MantineCssVariables\.mjs$/ },
      handler: () => 'export const MantineCssVariables = () => null',
    },
  }
}

/** Returns the variables of the theme in `file` as a style sheet, and the files that it was made of. */
async function readThemeStyles(file: string): Promise<{ styles: string; dependencies: string[] }> {
  const { module, dependencies } = await runnerImport<{
    theme: MantineThemeOverride
    themeVariables: CSSVariablesResolver
  }>(file)
  const whole = mergeMantineTheme(DEFAULT_THEME, module.theme)
  const variables = deepMerge(defaultCssVariablesResolver(whole), module.themeVariables(whole))
  return { styles: convertCssVariables(variables, ':root'), dependencies }
}

/**
 * Fails the build when chunks import each other in a circle: code would run before what it needs. The groups above can
 * cause that.
 */
function chunksWithoutCycles(): Plugin {
  return {
    name: 'portdeck:chunks-without-cycles',
    apply: 'build',
    generateBundle(_options, bundle) {
      const imports = new Map(
        Object.values(bundle).flatMap((file) =>
          file.type === 'chunk' ? [[file.fileName, file.imports] as const] : [],
        ),
      )
      const done = new Set<string>()
      const visit = (name: string, path: readonly string[]) => {
        if (path.includes(name)) this.error(`Chunks import each other: ${[...path, name].join(' → ')}`)
        if (done.has(name)) return
        for (const next of imports.get(name) ?? []) visit(next, [...path, name])
        done.add(name)
      }
      for (const name of imports.keys()) visit(name, [])
    },
  }
}

/**
 * Serves the page for navigations to any address, as in production, except for Vite's own paths and the files in public/.
 */
function pageForNavigations(): Plugin {
  return {
    name: 'portdeck:page-for-navigations',
    apply: 'serve',
    configureServer({ config, middlewares }) {
      const own = [
        '/@',
        '/src/',
        '/node_modules/',
        ...readdirSync(config.publicDir).map((name) => `/${name}`),
      ]
      middlewares.use((request, _response, next) => {
        const { method, headers, url = '/' } = request
        const isOwn = own.some((start) => url.startsWith(start))
        if (isNavigation(method, headers) && !isOwn) request.url = '/index.html'
        next()
      })
    },
  }
}

/** Completes the notices of packages whose licence has a name but no text. */
function completedNotices(): Plugin {
  return {
    name: 'portdeck:completed-notices',
    apply: 'build',
    writeBundle({ dir = 'dist' }) {
      const path = join(dir, noticesFile)
      const notices = readFileSync(path, 'utf8')
      writeFileSync(path, notices.replace(/^## (\S+) - \S+ \((.+)\)\n(?!\n[^#])/gm, completedNotice))
    },
  }
}

/** Returns a notice with the text of its licence. Throws for an unknown licence. */
function completedNotice(heading: string, name: string, licence: string): string {
  const text = licenceTexts[licence]
  if (text === undefined) throw new Error(`${name} comes without the text of its licence (${licence})`)
  const manifest: unknown = JSON.parse(readFileSync(join('node_modules', name, 'package.json'), 'utf8'))
  const author = typeof manifest === 'object' && manifest && 'author' in manifest ? manifest.author : name
  return `${heading}\n${text(String(author))}\n`
}

const licenceTexts: Readonly<Record<string, (author: string) => string>> = {
  // That of Portdeck itself.
  'Apache-2.0': (author) => `Copyright ${author}\n\n${readFileSync('LICENSE', 'utf8')}`,
  Unlicense: () =>
    'This is free and unencumbered software released into the public domain: https://unlicense.org',
  MIT: (author) => `MIT License

Copyright (c) ${author}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
}
