declare module '@adobe/structured-data-validator' {
  /** Checks schema.org's nodes, by their types, against what Google asks of them. */
  export default class Validator {
    validate(found: { jsonld: Record<string, unknown[]>; microdata: object; rdfa: object }): Promise<{ issueMessage: string }[]>
  }
}
