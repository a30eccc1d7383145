/** Every page of the desk, as it is looked at by tests, screenshots and the benchmark. */
export const PAGES = [
  ['today', '/'],
  ['dossiers', '/dossiers'],
  ['dossier', '/dossiers/iran-talks'],
  ['dyads', '/dyads?a=USA&b=RUS&c=USA&d=IRN'],
  ['map', '/map'],
  ['network', '/network'],
  ['actors', '/actors'],
  ['actor', '/actors/person%2Fjohn-kerry'],
  ['documents', '/documents'],
  ['search', '/search?q=sanctions'],
  ['review', '/review'],
  ['try', '/try'],
  ['about', '/about'],
] as const
