/** Journals and histories: one change a line after its crc32, and a header that says in which format the lines below it are. */
import { crc32 } from 'node:zlib'
import type { Change } from '../../core/change.ts'
import { format } from '../../core/model/kinds.ts'
import { decodeChange, readFormat } from './decode.ts'

const newline = 0x0a

/** `crc32 json\n`, the crc of the JSON's bytes in 8 hex digits. */
export function encodeLine(json: string): Buffer {
  const bytes = Buffer.from(json)
  return Buffer.concat([Buffer.from(`${crcOf(bytes)} `), bytes, Buffer.from([newline])])
}

function crcOf(bytes: Uint8Array): string {
  return crc32(bytes).toString(16).padStart(8, '0')
}

/** The header of lines that this program writes. */
export function encodeHeader(): Buffer {
  return encodeLine(JSON.stringify({ format }))
}

/** What a log holds. */
export interface Log {
  readonly changes: Change[]
  /** The numbers, from 1, of whole lines that cannot be read: damage. A torn last line is none. */
  readonly bad: number[]
  /** How many bytes reach to the end of the last good line. */
  readonly end: number
  /** The format that the last header says; undefined without one. */
  readonly format: number | undefined
}

/** Reads every good line of a log, whatever stands between them. */
export function readLog(bytes: Buffer): Log {
  const changes: Change[] = []
  const bad: number[] = []
  let [end, number, from] = [0, 0, undefined as number | undefined]
  for (let start = 0, stop = bytes.indexOf(newline); stop >= 0; start = stop + 1, stop = bytes.indexOf(newline, start)) {
    number++
    const json = readLine(bytes.subarray(start, stop))
    const change = decodeChange(json, from ?? format)
    const header = change === undefined ? readFormat(json) : undefined
    if (change !== undefined) changes.push(change)
    else if (header !== undefined) from = header
    // What a newer program means by a line is its own matter.
    else if (json === undefined || (from ?? format) <= format) {
      bad.push(number)
      continue
    }
    end = stop + 1
  }
  return { changes, bad, end, format: from }
}

function readLine(line: Buffer): unknown {
  const bytes = line.subarray(9)
  if (line.toString('latin1', 0, 9) !== `${crcOf(bytes)} `) return undefined
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return undefined
  }
}
