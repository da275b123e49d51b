/** Words on a page that are written the other way than its language. */
import { directionIn, directionOf } from '../direction.ts'

/** Words that are written the other way than the page's language keep their own direction, where they stand in its lines. */
export function own(html: string, language: string | undefined): string {
  const dir = dirOf(html, language)
  return dir === '' ? html : `<bdi${dir}>${html}</bdi>`
}

/** The attribute of words that are written the other way; none for the rest. */
export function dirOf(html: string, language: string | undefined): string {
  if (language === undefined) return ''
  const dir = directionIn(html.replace(/<[^>]*>|&\w+;/g, ' '), language)
  return dir === directionOf(language) ? '' : ` dir="${dir}"`
}
