/** A name on the map that no border gives: where it is written and from which zoom on. */
export interface NamedWater {
  readonly name: string
  readonly longitude: number
  readonly latitude: number
  /** Smallest magnification at which it is written. */
  readonly zoom: number
}

/** Seas, gulfs and straits, with both names where states use two. Coordinates are where the words stand. */
export const WATERS: readonly NamedWater[] = [
  { name: 'Mediterranean Sea', longitude: 18, latitude: 34.6, zoom: 1.6 },
  { name: 'Black Sea', longitude: 34.5, latitude: 43.2, zoom: 1.6 },
  { name: 'Sea of Azov', longitude: 36.6, latitude: 46.1, zoom: 5 },
  { name: 'Baltic Sea', longitude: 19.3, latitude: 57.2, zoom: 3 },
  { name: 'North Sea', longitude: 3.2, latitude: 56.4, zoom: 3 },
  { name: 'Barents Sea', longitude: 40, latitude: 74.5, zoom: 2.4 },
  { name: 'Red Sea', longitude: 38.4, latitude: 20.3, zoom: 2.2 },
  { name: 'Bab el-Mandeb', longitude: 43.3, latitude: 12.6, zoom: 6 },
  { name: 'Gulf of Aden', longitude: 48, latitude: 12.4, zoom: 3.4 },
  { name: 'Persian Gulf / Arabian Gulf', longitude: 51.4, latitude: 27, zoom: 3.4 },
  { name: 'Strait of Hormuz', longitude: 56.5, latitude: 26.5, zoom: 6 },
  { name: 'Gulf of Oman', longitude: 59, latitude: 24.6, zoom: 4 },
  { name: 'Arabian Sea', longitude: 64, latitude: 16, zoom: 1.6 },
  { name: 'Bay of Bengal', longitude: 88, latitude: 14.5, zoom: 1.6 },
  { name: 'Strait of Malacca', longitude: 99.6, latitude: 4.4, zoom: 5 },
  { name: 'South China Sea', longitude: 114.4, latitude: 13.6, zoom: 1.2 },
  { name: 'Gulf of Tonkin', longitude: 107.9, latitude: 19.8, zoom: 5 },
  { name: 'Taiwan Strait', longitude: 119.4, latitude: 24.4, zoom: 5 },
  { name: 'Philippine Sea', longitude: 131.5, latitude: 18.5, zoom: 1.8 },
  { name: 'East China Sea', longitude: 125, latitude: 29.2, zoom: 2.4 },
  { name: 'Yellow Sea', longitude: 123.2, latitude: 35.6, zoom: 3.2 },
  { name: 'Sea of Japan / East Sea', longitude: 134.6, latitude: 40, zoom: 2.4 },
  { name: 'Sea of Okhotsk', longitude: 149, latitude: 53.5, zoom: 1.8 },
  { name: 'Bering Sea', longitude: 178, latitude: 58, zoom: 1.8 },
  { name: 'Caspian Sea', longitude: 50.6, latitude: 41.9, zoom: 2.6 },
  { name: 'Aegean Sea', longitude: 25.1, latitude: 38.7, zoom: 5 },
  { name: 'Caribbean Sea', longitude: -75, latitude: 15, zoom: 1.6 },
  { name: 'Gulf of Mexico', longitude: -90.5, latitude: 25.2, zoom: 2 },
  { name: 'Gulf of Guinea', longitude: 2.5, latitude: 2.5, zoom: 2 },
  { name: 'Arctic Ocean', longitude: 0, latitude: 84, zoom: 1 },
  { name: 'North Atlantic Ocean', longitude: -40, latitude: 32, zoom: 1 },
  { name: 'South Atlantic Ocean', longitude: -16, latitude: -28, zoom: 1 },
  { name: 'Indian Ocean', longitude: 78, latitude: -22, zoom: 1 },
  { name: 'North Pacific Ocean', longitude: -158, latitude: 30, zoom: 1 },
  { name: 'South Pacific Ocean', longitude: -128, latitude: -30, zoom: 1 },
]

/** A place over which states dispute; the map takes no side and says who claims it. */
export interface DisputedFeature {
  readonly name: string
  readonly longitude: number
  readonly latitude: number
  readonly zoom: number
  readonly claims: string
}

/** Disputed land and features at sea, with their names and those who claim them. */
export const DISPUTED: readonly DisputedFeature[] = [
  {
    name: 'Spratly Islands',
    longitude: 114.3,
    latitude: 9.9,
    zoom: 3,
    claims: 'China, Taiwan, Viet Nam; in part the Philippines, Malaysia, Brunei',
  },
  {
    name: 'Paracel Islands',
    longitude: 112,
    latitude: 16.5,
    zoom: 3,
    claims: 'held by China; claimed by Taiwan, Viet Nam',
  },
  {
    name: 'Scarborough Shoal',
    longitude: 117.77,
    latitude: 15.15,
    zoom: 4,
    claims: 'held by China; claimed by the Philippines, Taiwan',
  },
  {
    name: 'Second Thomas Shoal',
    longitude: 115.87,
    latitude: 9.73,
    zoom: 9,
    claims: 'held by the Philippines; claimed by China, Taiwan, Viet Nam',
  },
  {
    name: 'Mischief Reef',
    longitude: 115.53,
    latitude: 9.9,
    zoom: 14,
    claims: 'held by China; claimed by the Philippines, Taiwan, Viet Nam',
  },
  {
    name: 'Fiery Cross Reef',
    longitude: 112.89,
    latitude: 9.55,
    zoom: 9,
    claims: 'held by China; claimed by the Philippines, Taiwan, Viet Nam',
  },
  {
    name: 'Senkaku / Diaoyu Islands',
    longitude: 123.47,
    latitude: 25.75,
    zoom: 4,
    claims: 'held by Japan; claimed by China, Taiwan',
  },
  {
    name: 'Dokdo / Takeshima',
    longitude: 131.87,
    latitude: 37.24,
    zoom: 5,
    claims: 'held by the Republic of Korea; claimed by Japan',
  },
  {
    name: 'Southern Kurils / Northern Territories',
    longitude: 146.2,
    latitude: 44.2,
    zoom: 4,
    claims: 'held by Russia; claimed by Japan',
  },
  {
    name: 'Crimea',
    longitude: 34.3,
    latitude: 45.2,
    zoom: 3,
    claims: 'held by Russia; Ukraine under General Assembly resolution 68/262',
  },
  { name: 'Abkhazia', longitude: 41.1, latitude: 43.1, zoom: 7, claims: 'outside the control of Georgia' },
  {
    name: 'South Ossetia',
    longitude: 44,
    latitude: 42.35,
    zoom: 7,
    claims: 'outside the control of Georgia',
  },
  {
    name: 'Transnistria',
    longitude: 29.4,
    latitude: 47.1,
    zoom: 7,
    claims: 'outside the control of Moldova',
  },
  {
    name: 'Kosovo',
    longitude: 20.9,
    latitude: 42.6,
    zoom: 6,
    claims: 'independence declared in 2008; claimed by Serbia',
  },
  {
    name: 'Northern Cyprus',
    longitude: 33.5,
    latitude: 35.32,
    zoom: 7,
    claims: 'outside the control of Cyprus',
  },
  {
    name: 'Golan Heights',
    longitude: 35.8,
    latitude: 33,
    zoom: 7,
    claims: 'held by Israel; claimed by Syria',
  },
  {
    name: 'West Bank',
    longitude: 35.25,
    latitude: 32,
    zoom: 8,
    claims: 'occupied by Israel; claimed by Palestine',
  },
  { name: 'Gaza Strip', longitude: 34.36, latitude: 31.42, zoom: 8, claims: 'claimed by Palestine' },
  {
    name: 'Kashmir',
    longitude: 75.6,
    latitude: 34.6,
    zoom: 3.4,
    claims: 'divided by the Line of Control; claimed by India and Pakistan',
  },
  { name: 'Aksai Chin', longitude: 79.4, latitude: 35.2, zoom: 5, claims: 'held by China; claimed by India' },
  {
    name: 'Arunachal Pradesh',
    longitude: 94.5,
    latitude: 28.1,
    zoom: 5,
    claims: 'held by India; claimed by China',
  },
  {
    name: 'Abu Musa and the Tunbs',
    longitude: 55.2,
    latitude: 26.05,
    zoom: 8,
    claims: 'held by Iran; claimed by the United Arab Emirates',
  },
  {
    name: 'Western Sahara',
    longitude: -13.5,
    latitude: 24.6,
    zoom: 2.4,
    claims: 'non-self-governing territory; claimed by Morocco and the Sahrawi Republic',
  },
  {
    name: "Hala'ib Triangle",
    longitude: 35.9,
    latitude: 22.4,
    zoom: 5,
    claims: 'held by Egypt; claimed by Sudan',
  },
  { name: 'Abyei', longitude: 28.4, latitude: 9.8, zoom: 6, claims: 'claimed by Sudan and South Sudan' },
  {
    name: 'Essequibo',
    longitude: -59.6,
    latitude: 5.8,
    zoom: 4,
    claims: 'held by Guyana; claimed by Venezuela',
  },
  {
    name: 'Falkland Islands / Malvinas',
    longitude: -59.4,
    latitude: -51.8,
    zoom: 3,
    claims: 'held by the United Kingdom; claimed by Argentina',
  },
  {
    name: 'Gibraltar',
    longitude: -5.35,
    latitude: 36.14,
    zoom: 8,
    claims: 'held by the United Kingdom; claimed by Spain',
  },
]
