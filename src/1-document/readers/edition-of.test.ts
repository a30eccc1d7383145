import { describe, expect, it } from 'vitest'
import { editionOf } from './edition-of.ts'

describe('editionOf', () => {
  it('is null where the carrier says nothing of versions', () => {
    expect(editionOf({ title: 'Envoys meet', status: 'stat:usable' })).toBeNull()
  })

  it.each([
    ['usable', { status: 'Usable' }],
    ['usable', { title: 'Killing of envoy condemned' }],
    ['usable', { title: 'Withdrawal from the island begins' }],
    ['usable', { title: 'Correction in oil prices: what it means' }],
    ['withheld', { status: 'stat:withheld' }],
    ['withdrawn', { status: 'stat:canceled' }],
    ['withdrawn', { signals: ['sig:kill'] }],
    ['withdrawn', { title: 'KILL: Envoys meet' }],
    ['withdrawn', { title: 'WITHDRAWN - Envoys meet' }],
    ['withdrawn', { title: 'Retraction: Envoys meet' }],
    ['withdrawn', { note: 'Eds: Please kill the story slugged Islands.' }],
    ['corrected', { signals: ['sig:correction'] }],
    ['corrected', { title: 'CORRECTED-Envoys meet on the island' }],
    ['corrected', { title: 'UPDATE 2-CORRECTED-Envoys meet' }],
    ['corrected', { title: 'REFILE-Envoys meet' }],
    ['corrected', { title: 'Correction: Envoys story' }],
    ['corrected', { title: 'Clarification: Envoys story' }],
    ['corrected', { title: 'Envoys meet (corrected)' }],
  ] as const)('%s: %j', (status, told) => {
    expect(editionOf({ item: 'a', ...told })?.status).toBe(status)
  })

  it.each([
    ['STRICTLY EMBARGOED until 00:01 GMT 6 May 2014', '2014-05-06T00:01:00Z'],
    ['Embargoed for release until May 6, 2014', '2014-05-06'],
    ['They spoke of the embargo to come in May', null],
  ])('embargo in %j', (note, embargo) => {
    expect(editionOf({ note })?.embargo).toBe(embargo)
  })

  it.each([
    ['9', 9],
    [484616934, 484616934],
    ['urn:x:3', 3],
    ['', null],
    ['first', null],
  ])('version %j is %j', (version, number) => {
    expect(editionOf({ item: 'a', version })?.version).toBe(number)
  })
})
