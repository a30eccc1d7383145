export type RefusalStatus =
  | 400
  | 401
  | 403
  | 404
  | 405
  | 406
  | 409
  | 412
  | 413
  | 415
  | 422
  | 429
  | 500
  | 503
  | 504

/** Why a request is not answered with what it asked for; becomes the one error body. */
export class Refusal extends Error {
  readonly status: RefusalStatus
  readonly headers: Readonly<{ [name: string]: string }>
  constructor(
    status: RefusalStatus,
    message: string,
    options: ErrorOptions & { readonly headers?: Readonly<{ [name: string]: string }> } = {},
  ) {
    super(message, options)
    this.name = 'Refusal'
    this.status = status
    this.headers = options.headers ?? {}
  }
}
