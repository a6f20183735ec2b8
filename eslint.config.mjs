// Lint: typescript-eslint for all, Figma's own rules for the sandbox, and the globals that each environment lacks.
import figma from '@figma/eslint-plugin-figma-plugins';
import tseslint from 'typescript-eslint';

const style = {
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/consistent-type-imports': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
  '@typescript-eslint/switch-exhaustiveness-check': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
  'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
  eqeqeq: 'error',
  'no-var': 'error',
  'prefer-const': 'error',
};

// Figma's sandbox is not a browser (docs/architecture.md): none of these exists there.
const ABSENT_IN_SANDBOX = [
  'TextEncoder', 'TextDecoder', 'URL', 'URLSearchParams', 'atob', 'btoa', 'crypto', 'structuredClone', 'Intl', 'Blob',
  'AbortController', 'performance', 'queueMicrotask', 'Headers', 'window', 'document',
];
// The UI iframe has a null origin: reading any of these throws.
const THROWING_IN_UI = ['localStorage', 'sessionStorage', 'indexedDB', 'location', 'crypto'];

const restricted = (names) => ['error', ...names.map((name) => ({ name, message: 'not available here' }))];

export default tseslint.config(
  { ignores: ['dist/**', 'out/**', 'node_modules/**', '**/*.mjs', '**/*.d.mts', '**/*.d.ts'] },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx', 'playground/**/*.ts', 'playground/**/*.tsx', 'test/**/*.ts', 'test/**/*.tsx', 'bench/**/*.ts'],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: style,
  },
  {
    files: ['src/plugin/**/*.ts'],
    extends: [figma.flatConfigs.recommended],
    rules: { 'no-restricted-globals': restricted(ABSENT_IN_SANDBOX) },
  },
  // Takes the place of a library's default export.
  { files: ['src/ui/providers/gemini/noRetry.ts'], rules: { 'no-restricted-exports': 'off' } },
  { files: ['src/core/**/*.ts'], rules: { 'no-restricted-globals': restricted(ABSENT_IN_SANDBOX) } },
  { files: ['src/ui/**/*.ts', 'src/ui/**/*.tsx'], rules: { 'no-restricted-globals': restricted(THROWING_IN_UI) } },
);
