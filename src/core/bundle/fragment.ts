/** `rail.html`: the same words as a fragment for a site's own page, with a style of its own and no script. */
import { directionOf } from '../direction.ts'
import { editionId, type Edition } from '../edition.ts'
import { escapeHtml } from '../text.ts'
import { contentHtml } from './markup.ts'
import { siteAddress } from './names.ts'
import { railStyle } from './style.ts'

/**
 * One element with the class `newsrail`; `data-edition` names the edition (`<number>-<opening>`), and
 * `data-discussion="open|closed"` stands on the element that is the place for the site's comments.
 */
export function fragment(edition: Edition): string {
  const { channel } = edition
  const base = siteAddress(channel) ?? ''
  return `<div class="newsrail" lang="${escapeHtml(channel.language)}" dir="${directionOf(channel.language)}" data-edition="${editionId(edition)}">
<style>
${railStyle(channel.accent)}</style>
${contentHtml(edition, { top: 2, base, files: base, outlined: new Set() })}</div>
`
}
