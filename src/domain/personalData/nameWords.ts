/** Words with a capital letter that name nobody, and what stands about names; in lower case. */

/** Beginnings of words in the names of organisations and their units. */
export const organisationStarts = [
  ...['akut', 'ambulans', 'apotek', 'avdelning', 'bo-', 'boende', 'brand', 'distrikt', 'enhet'],
  ...['energi', 'fastighet', 'folkhälso', 'försäkring', 'gruppbostad', 'hemsjukvård', 'hemtjänst'],
  ...['hälso', 'intra', 'jour', 'kommun', 'korttids', 'krets', 'kris', 'larm', 'ledning', 'livsmedel'],
  ...['länsstyrelse', 'missing', 'myndighet', 'natt', 'polis', 'postnord', 'psykiatri', 'region'],
  ...['röda', 'räddning', 'sahlgrenska', 'sjukhus', 'skydds', 'smitt', 'social', 'sos', 'stads'],
  ...['särskilt', 'teknisk', 'telia', 'trafik', 'trygghets', 'tunstall', 'vård', 'väst', 'vattenfall'],
  ...['äldre', 'hotell', 'kyrk', 'svenska', 'people', 'korset', 'universitet'],
] as const;

/** Endings of the names of streets, houses and districts. */
export const placeEnds = [
  ...['gatan', 'vägen', 'gränd', 'stigen', 'torget', 'torg', 'allén', 'backen', 'platsen', 'plats'],
  ...['leden', 'bron', 'gården', 'hemmet', 'huset', 'boendet', 'kliniken', 'centralen', 'mottagningen'],
  ...['skolan', 'kommun', 'stad', 'sjukhus', 'sjukhuset', 'vårdcentral', 'vårdcentralen', 'tjänsten'],
  ...['förvaltningen', 'kyrka', 'kyrkan', 'parken', 'gata', 'väg'],
] as const;

export const places = [
  ...['angered', 'askim', 'backa', 'bergsjön', 'biskopsgården', 'borås', 'centrum', 'frölunda'],
  ...['gamlestaden', 'gårdsten', 'göta', 'götaland', 'göteborg', 'hammarkullen', 'haga', 'hisingen'],
  ...['hjällbo', 'härlanda', 'högsbo', 'kortedala', 'kungsbacka', 'kungälv', 'kålltorp', 'landala'],
  ...['linköping', 'linné', 'lundby', 'majorna', 'malmö', 'mölndal', 'mölnlycke', 'norra'],
  ...['norrköping', 'nya', 'partille', 'södra', 'stockholm', 'söderköping', 'sverige', 'torslanda'],
  ...['tynnered', 'valdemarsvik', 'västra', 'älvsborg', 'örgryte', 'östra', 'östergötland'],
  ...['östersund', 'stora', 'lilla', 'gamla', 'inre', 'yttre', 'övre', 'nedre', 'syd', 'nord', 'öst'],
  ...['öster', 'väster', 'söder', 'norr', 'nordost', 'sydväst', 'nordväst', 'sydost'],
] as const;

/** Words before a name that is no person's: `S:t Jörgen`, `stormen Gudrun`. */
export const beforeOtherNames = ['sankt', 'sankta', 't', 'ta', 'stormen', 'ovädret', 'orkanen'] as const;

/** Between a first name and a surname. */
export const particles = ['von', 'van', 'de', 'af', 'el', 'al', 'bin', 'di'] as const;

/** Words that a sentence begins with, before a name. */
export const sentenceStarts = [
  ...['alla', 'anhörig', 'av', 'boende', 'brukaren', 'dessutom', 'det', 'dottern', 'då', 'efter', 'en'],
  ...['enhetschef', 'enligt', 'ett', 'flera', 'från', 'för', 'först', 'grannen', 'har', 'hos'],
  ...['hustrun', 'i', 'idag', 'informera', 'ingen', 'inga', 'inom', 'just', 'kan', 'kontakta', 'maken'],
  ...['med', 'medan', 'medarbetare', 'men', 'mellan', 'mot', 'många', 'ni', 'nu', 'nära', 'när', 'och'],
  ...['okänd', 'om', 'omsorgstagare', 'omsorgstagaren', 'på', 'patienten', 'personalen', 'ring'],
  ...['samt', 'sedan', 'senast', 'sonen', 'till', 'tidigare', 'tre', 'två', 'under', 'utanför', 'utom'],
  ...['vid', 'vi', 'via', 'även', 'åt', 'över', 'rapport', 'misstänkt', 'bekräftad'],
] as const;
