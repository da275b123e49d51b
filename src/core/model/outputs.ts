/** The outputs of a bundle, which a channel chooses from, each with its files. */
export const outputFiles = {
  page: ['index.html'],
  fragment: ['rail.html'],
  data: ['rail.json', 'rail.schema.json'],
  jsonFeed: ['feed.json'],
  rss: ['rss.xml'],
  atom: ['atom.xml'],
  sitemap: ['news-sitemap.xml'],
  schemaOrg: ['rail.jsonld'],
  ninjs: ['ninjs.json'],
  newsml: ['newsml.xml'],
  markdown: ['rail.md'],
  text: ['rail.txt'],
} as const
export type Output = keyof typeof outputFiles
export type OutputFile = (typeof outputFiles)[Output][number]

export const outputNames = Object.keys(outputFiles) as Output[]

/** What a channel has that never chose. */
export const standardOutputs: readonly Output[] = ['page', 'fragment', 'data', 'jsonFeed', 'rss', 'atom']

/** The outputs of an edition by what it froze: nothing where they are the standard ones, and names that a newer program knows count for nothing. */
export function outputsOf(frozen: readonly string[] | undefined): readonly Output[] {
  return frozen === undefined ? standardOutputs : outputNames.filter((output) => frozen.includes(output))
}

/** What an edition freezes of a channel's outputs. */
export function frozenOutputs(outputs: readonly Output[]): { outputs?: Output[] } {
  const chosen = outputNames.filter((output) => outputs.includes(output))
  return chosen.join() === standardOutputs.join() ? {} : { outputs: chosen }
}

/** The files of outputs, in the order in which a bundle holds them. */
export function filesOf(outputs: readonly Output[]): OutputFile[] {
  return outputNames.filter((output) => outputs.includes(output)).flatMap((output) => [...outputFiles[output]])
}
