/** A line of a page: size of its letters and distance down from the line before, in points. */
export interface PdfLine {
  readonly text: string
  readonly size?: number
  readonly down?: number
  readonly indent?: number
}

/** Writes a PDF by hand, a list of lines a page. */
export function makePdf(pages: readonly (readonly PdfLine[])[], info = ''): Uint8Array {
  const first = 4
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, i) => `${first + i * 2} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((lines, i) => {
      const content = contentOf(lines)
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${first + i * 2 + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ]
    }),
    `<< ${info} >>`,
  ]
  let out = '%PDF-1.4\n'
  const offsets: number[] = []
  for (const [i, object] of objects.entries()) {
    offsets.push(out.length)
    out += `${i + 1} 0 obj\n${object}\nendobj\n`
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `trailer << /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>`
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}\nstartxref\n${out.length}\n%%EOF\n`
  return new Uint8Array(Buffer.from(out, 'latin1'))
}

function contentOf(lines: readonly PdfLine[]): string {
  let y = 760
  const shown = lines.map(({ text, size = 11, down = 14, indent = 0 }) => {
    y -= down
    return `BT /F1 ${size} Tf 1 0 0 1 ${72 + indent} ${y} Tm (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`
  })
  return shown.join('\n')
}
