/** Ids as they cross the contract. */
import { z } from 'zod'
import { isDay } from '../clock.ts'
import { editionIdPattern } from '../edition.ts'
import { channelKeyRegExp, recordIdRegExp } from '../ids.ts'

export const recordId = z.string().regex(recordIdRegExp, 'Not a record id.')
export const channel = z.string().regex(channelKeyRegExp, 'Not a channel.')
export const day = z.string().refine(isDay, 'Not a date, yyyy-mm-dd.')
export const edition = z.string().regex(editionIdPattern, 'Not an edition.')
export const rail = { channel, day }
