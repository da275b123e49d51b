/** What a new desk is made of, and what keeps it from being made. */
import { commands, type Input } from '../../../core/contract.ts'
import { t } from '../../i18n.ts'

export type Founding = Input<'createLibrary'>
export type FoundingField = Exclude<keyof Founding, 'where'>

const fields = ['title', 'name', 'language', 'zone', 'site'] as const satisfies readonly FoundingField[]

function isField(field: string | undefined): field is FoundingField {
  return fields.some((one) => one === field)
}

/** What is wrong, by the field that it stands in; under `form` where it is none's. */
export type FoundingProblems = Readonly<Partial<Record<FoundingField | 'form', string>>>

/** What the contract refuses of a founding. A name may not be left out: it is how colleagues know who wrote what. */
export function problemsOf(founding: Founding): FoundingProblems {
  const { shape } = commands.createLibrary.input
  const wrong = fields.filter(
    (field) => !shape[field].safeParse(founding[field]).success || (field === 'name' && founding.name.trim() === ''),
  )
  return Object.fromEntries(wrong.map((field) => [field, t(`start.wrong.${field}`)]))
}

/** Where a failure of the desk is shown. */
export function problemFrom(failure: { readonly message: string; readonly field?: string | undefined }): FoundingProblems {
  return { [isField(failure.field) ? failure.field : 'form']: failure.message }
}
