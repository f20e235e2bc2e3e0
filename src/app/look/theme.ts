import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type MantineThemeOverride,
} from '@mantine/core'

/** Cool and quiet: pages, lines and text. */
const neutral: MantineColorsTuple = [
  '#f7f8fa',
  '#f0f2f5',
  '#e5e8ed',
  '#d4d9e0',
  '#b3bac5',
  '#858e9b',
  '#5f6876',
  '#4a525f',
  '#333a45',
  '#1c2129',
]

/** The same for the dark scheme, from text to what lies behind everything. */
const night: MantineColorsTuple = [
  '#e2e5ea',
  '#bdc3cc',
  '#98a1ae',
  '#6d7683',
  '#3b424d',
  '#2e343e',
  '#242932',
  '#1a1e25',
  '#14171d',
  '#0e1116',
]

/** The one accent: what can be pressed, what is chosen, and what is open inside the cluster. */
const accent: MantineColorsTuple = [
  '#eef4ff',
  '#dce8fe',
  '#bcd2fd',
  '#8fb3fb',
  '#6797f7',
  '#3f75ee',
  '#2a5bdc',
  '#224ab8',
  '#203f94',
  '#1e3572',
]

/** Only for what is open at the gateway, and for warnings about it. */
const orange: MantineColorsTuple = [
  '#fff4ec',
  '#ffe6d5',
  '#fdc9a7',
  '#fba775',
  '#f88a4a',
  '#f0702a',
  '#dc5711',
  '#b7430a',
  '#93370d',
  '#772f10',
]

const sans =
  "Inter, ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif"

/** Heights of buttons and fields, by Mantine's sizes: 24 px is the smallest target that WCAG 2.2 allows. */
const heights: Record<string, string> = { xs: '1.5rem', sm: '2rem', md: '2.25rem' }

const controlHeight = (size: unknown) => heights[String(size)] ?? '2rem'

/**
 * Everything that makes the look, for both schemes. `vite.config.ts` turns it into style sheet variables at build time, so
 * that they are there before any script.
 */
export const theme: MantineThemeOverride = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 6 },
  colors: { gray: neutral, dark: night, accent, orange },
  black: '#1c2129',
  defaultRadius: 'sm',
  radius: { xs: '0.25rem', sm: '0.375rem', md: '0.5rem', lg: '0.75rem', xl: '1rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  fontFamily: sans,
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.5' },
  headings: {
    fontFamily: sans,
    fontWeight: '600',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.75rem' },
      h2: { fontSize: '1rem', lineHeight: '1.5rem' },
      h3: { fontSize: '0.875rem', lineHeight: '1.25rem' },
    },
  },
  shadows: {
    xs: '0 1px 2px rgb(16 24 40 / 6%)',
    sm: '0 1px 3px rgb(16 24 40 / 10%)',
    md: '0 4px 16px rgb(16 24 40 / 12%)',
    lg: '0 12px 32px rgb(16 24 40 / 16%)',
    xl: '0 20px 48px rgb(16 24 40 / 20%)',
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: {
      defaultProps: { variant: 'default', size: 'sm' },
      vars: (_theme: unknown, props: { size?: unknown }) => ({
        root: {
          '--button-height': controlHeight(props.size),
          '--button-padding-x': '0.75rem',
          '--button-fz': '0.8125rem',
        },
      }),
      styles: { root: { fontWeight: 500 } },
    },
    ActionIcon: {
      defaultProps: { variant: 'subtle', color: 'gray', size: 'md' },
      vars: (_theme: unknown, props: { size?: unknown }) => ({
        root: { '--ai-size': controlHeight(props.size === 'md' ? 'sm' : props.size) },
      }),
    },
    Input: {
      defaultProps: { size: 'sm' },
      vars: (_theme: unknown, props: { size?: unknown }) => ({
        wrapper: { '--input-height': controlHeight(props.size), '--input-fz': '0.8125rem' },
      }),
    },
    InputWrapper: {
      defaultProps: { size: 'sm' },
      vars: () => ({
        label: {},
        error: { '--input-error-size': '0.75rem' },
        description: { '--input-description-size': '0.75rem' },
      }),
      styles: { label: { marginBottom: '0.25rem' } },
    },
    Loader: { defaultProps: { color: 'var(--focus)' } },
    Modal: { defaultProps: { centered: true, transitionProps: { duration: 0 } } },
    Drawer: { defaultProps: { transitionProps: { duration: 0 } } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 0 } } },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 0 } } },
    Tooltip: { defaultProps: { openDelay: 300, transitionProps: { duration: 0 }, withArrow: true } },
    Badge: { defaultProps: { variant: 'light', radius: 'xl' }, styles: { root: { textTransform: 'none' } } },
  },
})

/**
 * Adds the product's own variables, and mends Mantine's where its contrast is too low. Read by native elements as well.
 *
 * @public `vite.config.ts` reads it at build time.
 */
export const themeVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': 'var(--mantine-color-gray-0)',
    '--mantine-color-error': 'var(--mantine-color-red-9)',
    // Mantine's has 4.4 to 1 on white.
    '--mantine-color-green-9': '#237032',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-6)',
    '--mantine-color-default-border': 'var(--mantine-color-gray-3)',
    '--mantine-color-blue-filled': 'var(--mantine-color-blue-7)',
    // Cards, grids, the header, fields.
    '--surface': 'var(--mantine-color-white)',
    // What lies in a surface: headers of tables, code.
    '--sunken': 'var(--mantine-color-gray-0)',
    // Lines within a surface.
    '--line': 'var(--mantine-color-gray-2)',
    // Text that says what is open at the gateway, or warns: 4.5 to 1 on every row.
    '--outside': 'var(--mantine-color-orange-7)',
    '--outside-filled': 'var(--mantine-color-orange-6)',
    '--outside-soft': 'var(--mantine-color-orange-0)',
    // The edge of what can be typed into: 3 to 1.
    '--field-border': 'var(--mantine-color-gray-5)',
    '--hover': 'var(--mantine-color-gray-1)',
    '--focus': 'var(--mantine-color-accent-6)',
  },
  dark: {
    '--mantine-color-error': 'var(--mantine-color-red-4)',
    '--mantine-color-placeholder': 'var(--mantine-color-dark-2)',
    '--surface': 'var(--mantine-color-dark-6)',
    '--sunken': 'var(--mantine-color-dark-7)',
    '--line': 'var(--mantine-color-dark-5)',
    '--outside': 'var(--mantine-color-orange-4)',
    '--outside-filled': 'var(--mantine-color-orange-6)',
    '--outside-soft': 'rgb(240 112 42 / 12%)',
    '--field-border': 'var(--mantine-color-dark-3)',
    '--hover': 'var(--mantine-color-dark-5)',
    '--focus': 'var(--mantine-color-accent-4)',
  },
})
