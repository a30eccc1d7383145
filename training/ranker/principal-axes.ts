/** Rows turned onto their principal axes, the first `kept` of them: power iteration on the covariance, axis by axis. */
export function principalAxes(matrix: Float64Array, width: number, kept: number): Float64Array {
  const rows = matrix.length / width
  const mean = new Float64Array(width)
  for (let i = 0; i < matrix.length; i++)
    mean[i % width] = (mean[i % width] as number) + (matrix[i] as number) / rows
  const centred = matrix.map((x, i) => x - (mean[i % width] as number))
  const covariance = covarianceOf(centred, width)
  const out = new Float64Array(rows * kept)
  for (let axis = 0; axis < kept; axis++) {
    const direction = strongest(covariance, width)
    deflate(covariance, direction, width)
    for (let row = 0; row < rows; row++) {
      let sum = 0
      for (let d = 0; d < width; d++) sum += (centred[row * width + d] as number) * (direction[d] as number)
      out[row * kept + axis] = sum
    }
  }
  return out
}

function covarianceOf(centred: Float64Array, width: number): Float64Array {
  const out = new Float64Array(width * width)
  for (let row = 0; row < centred.length; row += width)
    for (let a = 0; a < width; a++) {
      const x = centred[row + a] as number
      for (let b = 0; b < width; b++)
        out[a * width + b] = (out[a * width + b] as number) + x * (centred[row + b] as number)
    }
  return out
}

const ROUNDS = 300

function strongest(matrix: Float64Array, width: number): Float64Array {
  let v = Float64Array.from({ length: width }, (_, i) => Math.sin(i + 1))
  for (let round = 0; round < ROUNDS; round++) {
    const next = times(matrix, v, width)
    const length = Math.hypot(...next) || 1
    v = next.map((x) => x / length)
  }
  return v
}

function times(matrix: Float64Array, v: Float64Array, width: number): Float64Array {
  const out = new Float64Array(width)
  for (let a = 0; a < width; a++)
    for (let b = 0; b < width; b++)
      out[a] = (out[a] as number) + (matrix[a * width + b] as number) * (v[b] as number)
  return out
}

/** Takes the direction out of the matrix. */
function deflate(matrix: Float64Array, v: Float64Array, width: number): void {
  const turned = times(matrix, v, width)
  let value = 0
  for (let d = 0; d < width; d++) value += (turned[d] as number) * (v[d] as number)
  for (let a = 0; a < width; a++)
    for (let b = 0; b < width; b++)
      matrix[a * width + b] = (matrix[a * width + b] as number) - value * (v[a] as number) * (v[b] as number)
}
