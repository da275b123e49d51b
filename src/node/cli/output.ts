/** What the terminal is told: results on the standard output, reasons and remarks on the other. */

export function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2))
}

export function remark(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** Rows with their cells below one another; the last one as it is. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))))
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => (column === row.length - 1 ? cell : cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))).join('  ')
  return rows.map((row) => line(row).trimEnd()).join('\n')
}

const graphemes = new Intl.Segmenter()

/** How many characters wide a person sees it. */
function widthOf(text: string): number {
  return [...graphemes.segment(text)].length
}

/** The beginning of a text, on one line. */
export function excerpt(text: string, most = 60): string {
  const letters = [...graphemes.segment(text.replaceAll('\n', ' '))].map(({ segment }) => segment)
  return letters.length <= most
    ? letters.join('')
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}

/**
 * A message of the catalogue, which is in vue-i18n's format: `{name}` stands for a value, and ` | ` parts what is
 * said of one and of more, or of none, one and more.
 */
export function say(message: string, values: Readonly<Record<string, string | number>> = {}, count?: number): string {
  const forms = message.split(' | ')
  const [one, more] = forms.length > 2 ? [1, 2] : [0, forms.length - 1]
  const form = count === undefined || (count === 0 && forms.length > 2) ? 0 : count === 1 ? one : more
  return (forms[form] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? (name === 'n' ? count : '')))
}
