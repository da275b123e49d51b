/** Every output of every edition against the official schema or validator of its format. */
import { readFileSync } from 'node:fs'
import Validator from '@adobe/structured-data-validator'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { HtmlValidate } from 'html-validate'
import { RelaxNGValidator, XmlDocument, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import { afterAll, describe, expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import type { Edition } from '../../../src/core/edition.ts'
import { anyEdition, twoThousand } from './corpus.ts'
import { contents, fileOf, hasFile, readXml } from './reading.ts'
import { varied, variedGroups } from './varied.ts'

const at = (name: string) => new URL(`../../schemas/${name}`, import.meta.url)
const jsonSchema = (name: string) => JSON.parse(readFileSync(at(name), 'utf8')) as object

xmlRegisterFsInputProviders()
const parsed = (name: string) => XmlDocument.fromBuffer(readFileSync(at(name)), { url: at(name).href })
const documents = ['atom.rng', 'sitemap-all.xsd', 'NewsML-G2_2.35-spec-All-Power.xsd'].map(parsed)
// RELAX NG is how RFC 4287 says what Atom is, and libxml2 still reads it.
// eslint-disable-next-line @typescript-eslint/no-deprecated
const atomSchema = RelaxNGValidator.fromDoc(documents[0]!)
const [sitemapSchema, newsmlSchema] = documents.slice(1).map((document) => XsdValidator.fromDoc(document)) as [XsdValidator, XsdValidator]
afterAll(() => [atomSchema, sitemapSchema, newsmlSchema, ...documents].forEach((one) => one.dispose()))

const ajv = new Ajv2020({ strict: false, allErrors: true })
// Ours is held to more: a schema may say nothing that counts for nothing.
const strict = new Ajv2020({ allErrors: true })
addFormats(ajv)
addFormats(strict)
ajv.addSchema(jsonSchema('GeoJSON-schema.json'), 'https://geojson.org/schema/GeoJSON.json')
const jsonFeed = ajv.compile(jsonSchema('jsonfeed-1.1.schema.json'))
const ninjs = ajv.compile(jsonSchema('ninjs-schema_3.1.json'))
// It is the same for every edition.
const rail = strict.compile(JSON.parse(fileOf(varied.empty!, 'rail.schema.json')) as object)

function holds(of: Edition, file: string, schema: ValidateFunction): void {
  schema(JSON.parse(fileOf(of, file)))
  expect(schema.errors ?? []).toEqual([])
}

const html = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Form is ours to choose.
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    // A list without marks says to some screen readers that it is none.
    'no-redundant-role': 'off',
  },
})

const validators: Record<string, (of: Edition) => void | Promise<void>> = {
  'rail.json': (of) => holds(of, 'rail.json', rail),
  'feed.json': (of) => holds(of, 'feed.json', jsonFeed),
  'ninjs.json': (of) => holds(of, 'ninjs.json', ninjs),
  'atom.xml': (of) => readXml(fileOf(of, 'atom.xml'), (document) => atomSchema.validate(document)),
  'news-sitemap.xml': (of) => {
    if (hasFile(of, 'news-sitemap.xml')) readXml(fileOf(of, 'news-sitemap.xml'), (document) => sitemapSchema.validate(document))
    else expect(of.channel.site === '' || of.briefs.every(({ retracted }) => retracted !== undefined)).toBe(true)
  },
  'newsml.xml': (of) => {
    const xml = fileOf(of, 'newsml.xml')
    readXml(xml, (document) => newsmlSchema.validate(document))
    // The schema of a message takes its items as they come: each is a document of its own as well.
    for (const item of items(xml)) readXml(item, (document) => newsmlSchema.validate(document))
  },
  'rss.xml': (of) => {
    const xml = fileOf(of, 'rss.xml')
    for (const name of ['title', 'link', 'description', 'language', 'lastBuildDate'])
      expect(contents(xml, `/rss[@version="2.0"]/channel/${name}`), name).toHaveLength(1)
    const count = contents(xml, '//item').length
    expect(contents(xml, '//item[title != "" and description != ""]')).toHaveLength(count)
    expect(contents(xml, '//item/guid[@isPermaLink="false"]')).toHaveLength(count)
    for (const link of contents(xml, '//item/link')) expect(link).toMatch(/^https?:\/\/[\x21-\x7e]+$/)
    for (const date of [...contents(xml, '//pubDate'), ...contents(xml, '//lastBuildDate')]) {
      expect(date).toMatch(
        /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/,
      )
    }
    expect(contents(xml, '//pubDate')).toHaveLength(count)
  },
  'rail.jsonld': (of) => validLinkedData((JSON.parse(fileOf(of, 'rail.jsonld')) as { '@graph': Node[] })['@graph']),
  'index.html': async (of) => {
    const page = fileOf(of, 'index.html')
    await validHtml(page)
    const scripts = [...page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)]
    await validLinkedData(scripts.map(([, script = '']) => JSON.parse(script) as Node))
  },
  'rail.html': (of) => {
    // By the letter a style stands in the head, where a fragment has none; every browser takes it where it is.
    const fragment = fileOf(of, 'rail.html').replace(/<style>[^]*?<\/style>\n/, '')
    return validHtml(
      `<!doctype html>\n<html lang="en"><head><title>A site</title></head><body>\n<main><h1>A site</h1>${fragment}</main></body></html>\n`,
    )
  },
  'rail.md': (of) => {
    const front = /^---\n([^]*?\n)---\n/.exec(fileOf(of, 'rail.md'))?.[1] ?? ''
    const { title, items } = parseYaml(front) as { title: string; items: { id: string }[] }
    expect([title, items.map(({ id }) => id)]).toEqual(told(of))
  },
  'rail.txt': (of) => {
    const [words = '', notes = ''] = fileOf(of, 'rail.txt').split('\n-- \n')
    expect(words.split('\n')[0]).toBe(told(of)[0])
    expect(notes.match(/^(?:lead|brief) \S+/gm)?.map((line) => line.split(' ')[1]) ?? []).toEqual(told(of)[1])
  },
}

/** A feed's title and the ids in it. */
function told(of: Edition): [string, string[]] {
  const { title, items } = JSON.parse(fileOf(of, 'feed.json')) as { title: string; items: { id: string }[] }
  return [title, items.map(({ id }) => id)]
}

/** The items of a NewsML-G2 message, each as a document. */
function items(xml: string): string[] {
  return [...xml.matchAll(/^<(newsItem|packageItem) [^]*?^<\/\1>/gm)].map(([item]) =>
    item.replace(/^<\w+ /, (start) => `${start}xmlns="http://iptc.org/std/nar/2006-10-01/" `),
  )
}

type Node = Readonly<Record<string, unknown>>

/** What Google asks of articles and live blogs (developers.google.com/search/docs/appearance/structured-data/article). */
const asked: Readonly<Record<string, readonly string[]>> = {
  NewsArticle: ['headline', 'datePublished', 'dateModified', 'author', 'publisher', 'articleBody', 'inLanguage'],
  LiveBlogPosting: ['headline', 'datePublished', 'dateModified', 'author', 'coverageStartTime', 'coverageEndTime', 'liveBlogUpdate'],
  BlogPosting: ['headline', 'datePublished', 'dateModified', 'articleBody'],
  CorrectionComment: ['text', 'datePublished'],
}
const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{3})?)?(?:Z|[+-]\d\d:\d\d)$/

async function validLinkedData(nodes: readonly Node[]): Promise<void> {
  for (const node of nodes) meetsRules(node)
  const jsonld = Object.fromEntries(nodes.map((node) => [String(node['@type']), [node]]))
  expect(await new Validator().validate({ jsonld, microdata: {}, rdfa: {} })).toEqual([])
}

function meetsRules(node: Node): void {
  for (const field of asked[String(node['@type'])] ?? []) expect(node[field], `${String(node['@type'])}.${field}`).toBeTruthy()
  for (const [field, value] of Object.entries(node)) {
    if (/^date|Time$/.test(field)) expect(value).toMatch(time)
    for (const inner of Array.isArray(value) ? (value as unknown[]) : [value])
      if (typeof inner === 'object' && inner !== null) meetsRules(inner as Node)
  }
}

async function validHtml(text: string): Promise<void> {
  const { results } = await html.validateString(text)
  expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${ruleId} ${String(line)}: ${message}`))).toEqual(
    [],
  )
}

describe.each(Object.entries(validators))('%s is valid', (file, validate) => {
  test.each(variedGroups)('%s', async (__, those) => {
    for (const of of those) await validate(of)
  })
  // The validator of pages takes minutes for as many, and two hundred say the same.
  if (!file.endsWith('.html')) test('two thousand', () => validate(twoThousand))
})

// Together, as a bundle is made as a whole.
test('all are valid whatever the words are', async () => {
  const all = Object.values(validators)
  await fc.assert(
    fc.asyncProperty(anyEdition, async (of) => {
      for (const validate of all) await validate(of)
    }),
    { numRuns: 40 },
  )
})
