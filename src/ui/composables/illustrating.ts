/** Images that are dropped or pasted: which row they are for, and putting them there. */
import { t } from '../i18n.ts'
import { useImages } from '../stores/images.ts'
import { useRows } from '../stores/rows.ts'
import { useSelection, type RowKey } from '../stores/selection.ts'
import { useUi } from '../stores/ui.ts'
import type { Cards } from './cards.ts'

/** The row that something lies in. */
export const keyAt = (target: EventTarget | null): RowKey | undefined =>
  target instanceof Element ? target.closest<HTMLElement>('[data-row]')?.dataset.row : undefined
export const inCard = (target: EventTarget | null): boolean => target instanceof Element && target.closest('[data-card]') !== null
export const filesOf = (data: DataTransfer | null): File[] => [...(data?.files ?? [])]
export const isImage = ({ type }: File): boolean => type.startsWith('image/')

/** An image for a row. Its words are asked for at once, unless something else is being done by then. */
export function useIllustrating(cards: Cards): (row: RowKey | undefined, file: File) => Promise<void> {
  const rows = useRows()
  const selection = useSelection()
  const images = useImages()
  const ui = useUi()

  return async (row, file) => {
    if (row !== 'lead' && rows.rowOf(row) === undefined) {
      ui.say(t('image.notHere'))
      return
    }
    const { open } = selection
    if (open === undefined) selection.goTo(row)
    const added = await images.add(selection.recordOf(row ?? ''), file, open?.row === row ? open?.step : undefined)
    if (added && row !== undefined && selection.open === undefined && selection.selected === row) await cards.open(row, 'imageAlt')
  }
}
