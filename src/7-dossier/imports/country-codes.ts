/** Names of countries in English, by ISO 3166-1 alpha-3: as lexicon/actors/countries.tsv has them, and as ICEWS writes them. */
const NAMES = `
AFG=Afghanistan|Islamic Republic of Afghanistan; ALB=Albania; DZA=Algeria; AND=Andorra; AGO=Angola
ATG=Antigua and Barbuda|Antigua; ARG=Argentina; ARM=Armenia; AUS=Australia; AUT=Austria; AZE=Azerbaijan
BHS=Bahamas; BHR=Bahrain; BGD=Bangladesh; BRB=Barbados; BLR=Belarus|Byelorussia; BEL=Belgium; BLZ=Belize
BEN=Benin; BTN=Bhutan; BOL=Bolivia; BIH=Bosnia and Herzegovina|Bosnia|Bosnia-Herzegovina|Bosnia-Hercegovina
BWA=Botswana; BRA=Brazil; BRN=Brunei|Brunei Darussalam; BGR=Bulgaria; BFA=Burkina Faso|Burkina|Upper Volta
BDI=Burundi; KHM=Cambodia|Kampuchea; CMR=Cameroon; CAN=Canada; CPV=Cape Verde|Cabo Verde
CAF=Central African Republic; TCD=Chad; CHL=Chile
CHN=China|People's Republic of China|Communist China|Mainland China; COL=Colombia; COM=Comoros
COG=Republic of the Congo|Congo-Brazzaville|Congo Republic|Congo|Republic of Congo
COD=Democratic Republic of the Congo|DR Congo|D.R. Congo|Democratic Republic of Congo|Congo-Kinshasa|Zaire
CRI=Costa Rica; CIV=Côte d'Ivoire|Ivory Coast|Cote d'Ivoire; HRV=Croatia; CUB=Cuba; CYP=Cyprus
CZE=Czech Republic|Czechia; DNK=Denmark|Greenland|Faroe Islands; DJI=Djibouti; DMA=Dominica
DOM=Dominican Republic; ECU=Ecuador; EGY=Egypt|Arab Republic of Egypt|United Arab Republic; SLV=El Salvador
GNQ=Equatorial Guinea; ERI=Eritrea; EST=Estonia; SWZ=Eswatini|Swaziland; ETH=Ethiopia; FJI=Fiji; FIN=Finland
FRA=France|French Republic; GAB=Gabon; GMB=Gambia|The Gambia; GEO=Georgia
DEU=Germany|Federal Republic of Germany|West Germany; GHA=Ghana; GRC=Greece|Hellenic Republic; GRD=Grenada
GTM=Guatemala; GIN=Guinea|Guinea-Conakry; GNB=Guinea-Bissau; GUY=Guyana; HTI=Haiti; HND=Honduras
HKG=Hong Kong; HUN=Hungary; ISL=Iceland; IND=India|Republic of India; IDN=Indonesia
IRN=Iran|Islamic Republic of Iran|Persia; IRQ=Iraq|Republic of Iraq
IRL=Ireland|Republic of Ireland|Irish Republic; ISR=Israel|State of Israel|Jewish state
ITA=Italy|Italian Republic; JAM=Jamaica; JPN=Japan; JOR=Jordan|Hashemite Kingdom of Jordan; KAZ=Kazakhstan
KEN=Kenya; KIR=Kiribati; XKX=Kosovo; KWT=Kuwait; KGZ=Kyrgyzstan|Kirghizia
LAO=Laos|Lao PDR|Lao People's Democratic Republic; LVA=Latvia; LBN=Lebanon|Lebanese Republic; LSO=Lesotho
LBR=Liberia; LBY=Libya|Libyan Arab Jamahiriya; LIE=Liechtenstein; LTU=Lithuania; LUX=Luxembourg
MDG=Madagascar; MWI=Malawi; MYS=Malaysia; MDV=Maldives; MLI=Mali; MLT=Malta; MHL=Marshall Islands
MRT=Mauritania; MUS=Mauritius; MEX=Mexico|United Mexican States; FSM=Micronesia|Federated States of Micronesia
MDA=Moldova|Moldavia; MCO=Monaco; MNG=Mongolia; MNE=Montenegro; MAR=Morocco; MOZ=Mozambique; MMR=Myanmar|Burma
NAM=Namibia|South West Africa; NRU=Nauru; NPL=Nepal; NLD=Netherlands|Holland; NZL=New Zealand; NIC=Nicaragua
NER=Niger; NGA=Nigeria; PRK=North Korea|DPRK|D.P.R.K.|Democratic People's Republic of Korea|N Korea|N. Korea
MKD=North Macedonia|Macedonia|FYROM; NOR=Norway; OMN=Oman|Sultanate of Oman
PAK=Pakistan|Islamic Republic of Pakistan; PLW=Palau
PSE=Palestine|State of Palestine|Palestinian Territories|Palestinian Territory|Occupied Palestinian Territory|Palestinian Territory, Occupied
PAN=Panama; PNG=Papua New Guinea; PRY=Paraguay; PER=Peru; PHL=Philippines|Republic of the Philippines
POL=Poland; PRT=Portugal; QAT=Qatar; ROU=Romania|Rumania
RUS=Russia|Russian Federation|Soviet Union|USSR|U.S.S.R.; RWA=Rwanda
KNA=Saint Kitts and Nevis|St. Kitts and Nevis|St Kitts and Nevis; LCA=Saint Lucia|St. Lucia|St Lucia
VCT=Saint Vincent and the Grenadines|St. Vincent and the Grenadines|St Vincent|St. Vincent; WSM=Samoa
SMR=San Marino; STP=Sao Tome and Principe|São Tomé and Príncipe|Sao Tome
SAU=Saudi Arabia|Kingdom of Saudi Arabia; SEN=Senegal
SRB=Serbia|Yugoslavia|Federal Republic of Yugoslavia|Serbia and Montenegro; SYC=Seychelles; SLE=Sierra Leone
SGP=Singapore; SVK=Slovakia|Slovak Republic; SVN=Slovenia; SLB=Solomon Islands; SOM=Somalia; ZAF=South Africa
KOR=South Korea|Republic of Korea|S Korea|S. Korea; SSD=South Sudan; ESP=Spain|Kingdom of Spain
LKA=Sri Lanka|Ceylon; SDN=Sudan|Republic of the Sudan; SUR=Suriname|Surinam; SWE=Sweden
CHE=Switzerland|Swiss Confederation; SYR=Syria|Syrian Arab Republic
TWN=Taiwan|Republic of China|Chinese Taipei; TJK=Tajikistan; TZA=Tanzania|United Republic of Tanzania
THA=Thailand|Siam; TLS=East Timor|Timor-Leste|Timor Leste; TGO=Togo; TON=Tonga
TTO=Trinidad and Tobago|Trinidad; TUN=Tunisia; TUR=Turkey|Türkiye|Turkiye|Republic of Turkey; TKM=Turkmenistan
TUV=Tuvalu; UGA=Uganda; UKR=Ukraine; ARE=United Arab Emirates|U.A.E.|the Emirates|Abu Dhabi|Dubai
GBR=United Kingdom|U.K.|Britain|Great Britain|England|Scotland|Wales|Northern Ireland
USA=United States|U.S.|U.S.A.|United States of America|America; URY=Uruguay; UZB=Uzbekistan; VUT=Vanuatu
VAT=Holy See|Vatican|Vatican City|Holy See (Vatican City); VEN=Venezuela|Bolivarian Republic of Venezuela
VNM=Vietnam|Viet Nam|Socialist Republic of Vietnam|North Vietnam|South Vietnam
YEM=Yemen|Republic of Yemen|North Yemen|South Yemen; ZMB=Zambia; ZWE=Zimbabwe|Rhodesia`

/** ISO 3166-1 alpha-3 by the name of a country in small letters. */
export const COUNTRY_CODES: ReadonlyMap<string, string> = new Map(
  NAMES.trim()
    .split(/[;\n]/)
    .flatMap((entry) => {
      const [code = '', names = ''] = entry.trim().split('=')
      return names.split('|').map((name) => [name.toLowerCase(), code] as const)
    }),
)
