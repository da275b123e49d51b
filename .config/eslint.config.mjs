import js from '@eslint/js'
import { defineConfig } from 'eslint/config'
import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import accessibility from 'eslint-plugin-vuejs-accessibility'
import ts from 'typescript-eslint'

export default defineConfig(
  { ignores: ['out/', 'test-results/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  ts.configs.stylisticTypeChecked,
  vue.configs['flat/recommended'],
  accessibility.configs['flat/recommended'],
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['electron.vite.config.ts'], defaultProject: '.config/tsconfig.json' },
        tsconfigRootDir: `${import.meta.dirname}/..`,
        extraFileExtensions: ['.vue'],
      },
    },
    rules: {
      // The compiler knows the names; what a folder may name is in its tsconfig.
      'no-undef': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      // A component is imported by name, never registered, so it cannot be taken for an element.
      'vue/multi-word-component-names': 'off',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      // TypeScript says which props may be left out, and a default that is given is one that the compiler of components reads.
      'vue/require-default-prop': 'off',
      '@typescript-eslint/no-useless-default-assignment': 'off',
      // vue-tsc knows the types of components and template refs; what reads them here does not.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // Elements are watched; a component of ours may have a prop of that name.
      'vuejs-accessibility/no-autofocus': ['error', { ignoreNonDOM: true }],
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
    },
  },
  {
    files: ['electron/**'],
    ignores: ['electron/ipc.ts', 'electron/preload.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { name: 'electron', importNames: ['ipcMain'], message: 'Every call goes through the wrapper in electron/ipc.ts.' },
      ],
    },
  },
  {
    // Electron's types bring Node's along, so no tsconfig can take them from the preload, which runs in the sandbox.
    files: ['electron/preload.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'Buffer', 'require', 'module', 'exports', 'global', '__dirname', '__filename'],
    },
  },
  {
    // What runs in a window keeps to what browsers of the last years have.
    files: ['src/core/**', 'src/ui/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...['toSorted', 'toReversed', 'toSpliced'].map((property) => ({
          property,
          message: 'Copy, then change the copy: older browsers lack it.',
        })),
      ],
    },
  },
  // The compiler reads the types in JavaScript's comments; this rule does not.
  { files: ['**/*.mjs'], rules: { '@typescript-eslint/no-unsafe-assignment': 'off' } },
  { files: ['tests/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  prettier,
)
