import type { print as words } from '../en/print.ts'

export const print: typeof words = {
  printed: 'طُبع {time}',
  edition: 'على الموقع: الطبعة {number}',
  notLaunched: 'لم يُطلق',
}
