import js from '@eslint/js'
import { createNodeResolver, importX } from 'eslint-plugin-import-x'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import globals from 'globals'
import tseslint from 'typescript-eslint'
import { arrows } from './eslint-arrows.js'
import { loneText } from './eslint-lone-text.js'

export default tseslint.config(
  {
    ignores: [
      'dist',
      'dist-demo',
      'dist-gateway',
      'dist-cli',
      'node_modules',
      'coverage',
      'test-results',
      'playwright-report',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A handler may be async: React ignores its return value.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['{src,demo}/**/*.{ts,tsx}'],
    extends: [jsxA11y.flatConfigs.strict, reactHooks.configs.flat['recommended-latest']],
    languageOptions: { globals: globals.browser },
  },
  { files: ['src/app/shell/early.js'], languageOptions: { globals: globals.browser } },
  {
    files: ['src/{app,components,features}/**/*.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'MemberExpression[property.name=/^(service_cname|tenant_alias|region_alias|group_name)$/]',
          message: 'A name may be empty: ask src/api/names.ts what to show.',
        },
      ],
    },
  },
  {
    files: ['{src,demo}/**/*.tsx'],
    ignores: ['**/*.test.tsx'],
    plugins: { portdeck: { rules: { 'lone-text': loneText } } },
    rules: { 'portdeck/lone-text': 'error' },
  },
  {
    files: ['**/*.{ts,tsx,js,mjs}'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] })],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    rules: {
      // No cycle leads through a package, and looking into packages takes most of the time.
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-default-export': 'error',
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones: arrows }],
    },
  },
  {
    // Both also have to run without a browser.
    files: ['src/domain/**/*.ts', 'src/features/change/engine/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': ['error', { paths: ['react', 'react-dom', 'use-intl', 'wouter'] }],
    },
  },
  { files: ['*.{ts,js}'], rules: { 'import-x/no-default-export': 'off' } },
  {
    files: ['bench/rivals/**/*.js'],
    languageOptions: { globals: { ...globals.browser, agGrid: 'readonly' } },
  },
  { files: ['{scripts,deploy}/**/*.mjs', '*.js'], languageOptions: { globals: globals.node } },
)
