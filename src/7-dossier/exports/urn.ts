/** The name of a thing of ours where an IRI is asked for; half characters have none and become U+FFFD. */
export const urn = (id: string): string =>
  `urn:rapporteur:${encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\uFFFD'))}`
