/** Who may import whom, and what core may not name: the arrows that keep the program three hosts on one desk. */
import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, posix } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { parse } from 'vue/compiler-sfc'

const root = join(import.meta.dirname, '..')
const files = globSync('{src,electron}/**/*.{ts,vue}', { cwd: root }).map((file) => file.replaceAll('\\', '/'))

interface Layer {
  readonly of: (file: string) => boolean
  /** Folders of the project, beside its own. */
  readonly folders: readonly string[]
  /** Packages by name, or by a scope that ends in a slash; `node:` stands for all that Node brings. */
  readonly packages: readonly string[]
  /** Whether what comes from the folders is types alone. */
  readonly typesOnly?: true
}

const pure = [
  '@noble/hashes',
  'diff',
  'fflate',
  'fractional-indexing',
  'image-size',
  'mdast-util-from-markdown',
  'parse5',
  'mdast-util-to-markdown',
  'temporal-polyfill',
  'zod',
]
const isPreload = (file: string) => file.startsWith('electron/preload')

const layers: Record<string, Layer> = {
  core: { of: (file) => file.startsWith('src/core/'), folders: ['src/core/'], packages: [...pure, 'mdast'] },
  node: {
    of: (file) => file.startsWith('src/node/'),
    folders: ['src/node/', 'src/core/', 'resources/'],
    packages: ['node:', 'lowdb', ...pure],
  },
  ui: {
    of: (file) => file.startsWith('src/ui/'),
    folders: ['src/ui/', 'src/core/', 'resources/'],
    packages: ['vue', 'pinia', 'vue-i18n', 'reka-ui', 'diff', '@tanstack/vue-virtual', '@lucide/vue', '@fontsource-variable/', '@tiptap/'],
  },
  electron: {
    of: (file) => file.startsWith('electron/') && !isPreload(file),
    folders: ['electron/', 'src/node/', 'src/core/', 'resources/'],
    packages: ['electron', 'node:'],
  },
  preload: { of: isPreload, folders: ['src/core/'], packages: ['electron'], typesOnly: true },
}

interface Import {
  readonly from: string
  readonly types: boolean
}

test.each(Object.entries(layers))('%s imports only what it may', (_name, layer) => {
  const wrong = files.filter(layer.of).flatMap((file) =>
    scriptsOf(file)
      .flatMap(importsOf)
      .filter((found) => !mayImport(layer, file, found))
      .map(({ from }) => `${file} imports ${from}`),
  )
  expect(wrong).toEqual([])
})

test('every source file belongs to one layer', () => {
  expect(files.filter((file) => Object.values(layers).filter((layer) => layer.of(file)).length !== 1)).toEqual([])
})

test('core is the same on every machine at every time: it names no clock, chance or host', () => {
  expect(
    placesIn('src/core/', /^(Date\.now|Math\.random|Temporal\.Now|performance|crypto|process|globalThis|window|document|navigator)$/),
  ).toEqual([])
})

test('a bundle is the same in every zone and locale', () => {
  expect(placesIn('src/core/bundle/', /^(Intl|Temporal)$|\.(localeCompare|toLocale\w+)$/)).toEqual([])
})

test('the top level holds what it should and nothing else', () => {
  const entries = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n')
  const top = new Set(entries.map((entry) => entry.split('/')[0] ?? '').filter((entry) => entry !== '' && !entry.startsWith('.')))
  const allowed = ['electron', 'src', 'resources', 'tests', 'electron.vite.config.ts', 'package.json', 'package-lock.json']
  const texts = ['tsconfig.json', 'README.md', 'CHANGELOG.md', 'LICENSE']
  expect([...top].filter((entry) => ![...allowed, ...texts].includes(entry))).toEqual([])
})

function mayImport(layer: Layer, file: string, { from, types }: Import): boolean {
  if (from.startsWith('.')) {
    const path = posix.join(dirname(file), from)
    return layer.folders.some((folder) => path.startsWith(folder)) && (types || layer.typesOnly !== true)
  }
  if (from.startsWith('node:') || builtinModules.includes(from)) return layer.packages.includes('node:')
  return layer.packages.some((name) => from === name || from.startsWith(name.endsWith('/') ? name : `${name}/`))
}

/** A file's TypeScript: itself, or the script blocks of a component. */
function scriptsOf(file: string): ts.SourceFile[] {
  const text = readFileSync(join(root, file), 'utf8')
  const { script, scriptSetup } = file.endsWith('.vue') ? parse(text, { filename: file }).descriptor : { script: { content: text } }
  return [script, scriptSetup].flatMap((block) => (block ? ts.createSourceFile(file, block.content, ts.ScriptTarget.Latest, true) : []))
}

function nodesIn(node: ts.Node): ts.Node[] {
  const nodes = [node]
  node.forEachChild((child) => {
    nodes.push(...nodesIn(child))
  })
  return nodes
}

/** Static, dynamic and type imports, and re-exports; one whose name is computed is found under its own text, which no layer allows. */
function importsOf(script: ts.SourceFile): Import[] {
  return nodesIn(script).flatMap((node): Import[] => {
    if (ts.isImportDeclaration(node))
      return [{ from: textOf(node.moduleSpecifier), types: node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword }]
    if (ts.isExportDeclaration(node) && node.moduleSpecifier) return [{ from: textOf(node.moduleSpecifier), types: node.isTypeOnly }]
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return [{ from: textOf(node.argument.literal), types: true }]
    if (ts.isExternalModuleReference(node)) return [{ from: textOf(node.expression), types: false }]
    const loads =
      ts.isCallExpression(node) && (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require')
    return loads ? [{ from: node.arguments[0] ? textOf(node.arguments[0]) : '', types: false }] : []
  })
}

function textOf(node: ts.Node): string {
  return ts.isStringLiteralLike(node) ? node.text : `(computed) ${node.getText()}`
}

/** Where the code under a folder names something that matches, or the present instant; comments and its own names aside. */
function placesIn(folder: string, wanted: RegExp): string[] {
  return files
    .filter((file) => file.startsWith(folder))
    .flatMap(scriptsOf)
    .flatMap((script) =>
      nodesIn(script)
        .filter((node) => (isName(node) && wanted.test(node.getText())) || isNow(node))
        .map((node) => `${script.fileName}:${script.getLineAndCharacterOfPosition(node.getStart()).line + 1} names ${node.getText()}`),
    )
}

/** A name that is looked up rather than given, or a dotted one. */
function isName(node: ts.Node): boolean {
  if (!ts.isIdentifier(node)) return ts.isPropertyAccessExpression(node)
  return !('name' in node.parent && node.parent.name === node) || ts.isShorthandPropertyAssignment(node.parent)
}

function isNow(node: ts.Node): boolean {
  return (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'Date' && !node.arguments?.length
}
