/** Where everything lies in a library's folder. Names are made of ids in their valid form only, never of other strings. */
import { editionIdPattern, type EditionId } from '../../core/edition.ts'
import { channelKeyRegExp, dayPattern, isHome, libraryHome, openingPattern } from '../../core/ids.ts'
import type { ChannelKey, Day, Home, Opening } from '../../core/ids.ts'
import { mediaNamePattern } from '../../core/model/image.ts'

export const libraryFile = 'library.json'
export const lockFile = 'lock.sqlite'
export const openFile = 'open.json'
/** The index of the search: derived, and made anew where it is lost. */
export const searchFile = 'search.sqlite'

function valid(text: string, is: boolean): string {
  if (!is) throw new Error(`Not an id: ${text}`)
  return text
}

/** A home's checkpoint. */
export function checkpointFile(home: Home): string {
  return home === libraryHome ? libraryFile : `days/${valid(home, isHome(home))}.json`
}

/** All changes of a home that were folded. */
export function historyFile(home: Home): string {
  return `history/${valid(home, isHome(home))}.jsonl`
}

/** A home's checkpoint or history within its channel's folder; the first group is the day, or `shelf`. */
export const homeFilePattern = /^(\d{4}-\d{2}-\d{2}|shelf)\.jsonl?$/

/** The folders of a channel; its editions' days are folders in turn. */
export function channelFolder(part: 'days' | 'history' | 'editions', channel: ChannelKey): string {
  return `${part}/${valid(channel, channelKeyRegExp.test(channel))}`
}

export const mediaFolder = 'media'

/** An image file, by the name that its content gives it. */
export function mediaFile(name: string): string {
  return `${mediaFolder}/${valid(name, mediaNamePattern.test(name))}`
}

export const journalPattern = /^journal-[0-9a-f]{16}-\d+\.jsonl$/

/** A journal of an opening; `seq` counts from 1. */
export function journalFile(opening: Opening, seq: number): string {
  return `journal-${valid(opening, openingPattern.test(opening))}-${String(seq)}.jsonl`
}

export function editionsFolder(channel: ChannelKey, day: Day): string {
  return `${channelFolder('editions', channel)}/${valid(day, dayPattern.test(day))}`
}

/** An edition's frozen content, and the bundle kept beside it. */
export function editionFiles(channel: ChannelKey, day: Day, id: EditionId): { edition: string; bundle: string } {
  const start = `${editionsFolder(channel, day)}/${valid(id, editionIdPattern.test(id))}`
  return { edition: `${start}.json`, bundle: `${start}.zip` }
}
