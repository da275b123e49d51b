/** Words, links and files dragged in from other programs: a brief where they are dropped, or an import. */
import { newBrief } from '../../core/acts.ts'
import { homes, recordIds, type RecordId } from '../../core/ids.ts'
import { webAddress } from '../../core/model/field.ts'
import { wordsOf } from '../../core/rich/doc.ts'
import type { Lines } from '../../core/rich/pasted.ts'
import { printLine } from '../../core/rich/print.ts'
import { timeToFit } from '../../core/timeline.ts'
import { newKey } from '../random.ts'
import { incoming } from '../rich/incoming.ts'
import { useRail } from '../stores/rail.ts'
import { useSelection } from '../stores/selection.ts'
import { useSession } from '../stores/session.ts'
import { useUi } from '../stores/ui.ts'
import type { Landing } from './boardDrop.ts'
import type { Cards } from './cards.ts'
import { filesOf, inCard, isImage, keyAt, useIllustrating } from './illustrating.ts'
import { inText } from './keys.ts'
import { instantNow } from './now.ts'
import { inTurn } from './turns.ts'

interface Dropped {
  readonly text: string
  readonly link: string
}

/** One paragraph, or a link with its words; undefined for anything that has to be looked through first. */
export function readDropped(data: DataTransfer): Dropped | undefined {
  const words = incoming(data)
  const listed = data
    .getData('text/uri-list')
    .split(/\r?\n/)
    .find((line) => line !== '' && !line.startsWith('#'))
  const link = [listed, words?.address].map((address) => webAddress.safeParse(address).data).find((address) => address !== undefined) ?? ''
  const [only, ...others] = words?.paragraphs ?? []
  if (others.length > 0) return undefined
  const text = only === undefined ? '' : link === '' ? only.map(printLine).join('\n') : besideLink(only, link)
  return text === '' && link === '' ? undefined : { text, link }
}

/** What a dragged link says beside its address. */
function besideLink(lines: Lines, link: string): string {
  const bare = (address: string): string => address.replace(/\/$/, '')
  if (bare(lines.map(wordsOf).join('')) === bare(link)) return ''
  return lines.map((line) => printLine(line.map((piece) => ({ ...piece, link: undefined })))).join('\n')
}

/** Listeners for the board as a whole. */
export function useDropIn(cards: Cards, landing: Landing) {
  const rail = useRail()
  const selection = useSelection()
  const session = useSession()
  const ui = useUi()
  const illustrate = useIllustrating(cards)

  async function make({ text, link }: Dropped, above: RecordId | undefined): Promise<void> {
    if (!(await cards.close(false))) return
    const { own } = rail.board
    const { key: channel } = rail.channel
    const index = above === undefined ? own.length : own.findIndex(({ id }) => id === above)
    const draft = { id: '', at: undefined, pinned: false, rank: '' }
    const fit = timeToFit([...own.slice(0, index), draft, ...own.slice(index)], '')
    const at = fit.kind === 'fits' && fit.at <= instantNow() ? fit.at : undefined
    const [brief, step] = [newKey(), newKey()]
    const id = recordIds.brief(homes.day(channel, rail.day), brief)
    const sets = newBrief(
      channel,
      rail.day,
      brief,
      { at, text, where: { rail: homes.day(channel, rail.day), where: above ?? 'end' } },
      instantNow(),
    )
    if (link !== '') sets.push({ record: id, field: 'link', to: link, after: [] })
    if (await rail.act(sets, step)) selection.openCard(id, 'kicker', false, step)
  }

  /** Only words, and only over a field, does the browser drop by itself. */
  function dragover(event: DragEvent): void {
    const files = event.dataTransfer?.types.includes('Files') === true
    if (inText(event.target) && !files) return
    event.preventDefault()
    if (!files && !session.readOnly) landing.at(event.clientY)
  }

  function drop(event: DragEvent): void {
    const data = event.dataTransfer
    const [file] = filesOf(data)
    if (inText(event.target) && file === undefined) return
    event.preventDefault()
    const above = landing.at(event.clientY)
    landing.clear()
    if (session.readOnly || data === null) return
    // What is no image is refused there, with the reason.
    if (file !== undefined && (isImage(file) || inCard(event.target))) {
      void illustrate(keyAt(event.target), file)
      return
    }
    const dropped = file === undefined ? readDropped(data) : undefined
    if (file !== undefined) ui.openImport({ kind: 'file', file })
    else if (dropped !== undefined) void inTurn(() => make(dropped, above))
    else if (data.getData('text/plain') !== '') ui.openImport({ kind: 'text', text: data.getData('text/plain') })
  }

  return { dragover, drop, dragleave: landing.clear }
}
