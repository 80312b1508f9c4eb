/** The keys of the incident screen. */

/** Each key with what it does, for the line at the bottom. */
export const keys = {
  attempt: ['n nådd', 'e ej svar', 'u upptaget', 'm meddelande lämnat'],
  enterAdvice: 'Enter rådet',
  enterDecision: 'Enter besluta',
  enterCrisis: 'Enter direktörens beslut',
  enterAnswer: 'Enter svara',
  enterNext: 'Enter nästa öppna',
  acknowledge: 'k kvittering',
  done: 'x klar',
  other: '←→ annan',
  open: ['t tid', 'h hoppa över', 'd tilldela'],
  goOn: 'g gå vidare',
  reopen: 'o öppna igen',
  all: '? alla tangenter',
  back: 'Esc tillbaka',
  incident: ['a anteckning', 'w meddelande', 'f nya uppgifter', 'b bevakning'],
  crisis: 'k krisledning',
  log: ['l tidslinje', 'r rättelse'],
  close: 's avsluta',
  closed: ['a anteckning', 'z skälen', 'l tidslinje'],
  field: ['Enter klar', 'Esc lämna, texten ligger kvar', 'Ctrl+J ny rad'],
  reading: ['Esc tillbaka'],
  timeline: ['↑↓ post', 'r stryk posten', 'Esc tillbaka'],
  striking: ['↑↓ post', 'Enter stryk den här', 'Esc inte nu'],
};

/** All keys: what `?` shows. */
export const allKeys = {
  title: 'Alla tangenter',
  sections: [
    {
      title: 'På åtgärden',
      keys: [
        ['n e u m', 'nådd, ej svar, upptaget, meddelande lämnat: loggas direkt'],
        ['← →', 'annan person eller annat nummer'],
        ['k', 'mottagaren har kvitterat: enhetschef, TIB, krisledningsgruppen'],
        ['x', 'klar'],
        ['h', 'hoppa över, med skäl'],
        ['t', 'annan tid'],
        ['d', 'tilldela någon'],
        ['a', 'anteckning till det senaste'],
        ['Enter', 'råd, beslut eller svar där det väntas; annars nästa öppna'],
      ],
    },
    {
      title: 'På händelsen',
      keys: [
        ['↑ ↓', 'välj åtgärd; Home, End, PgUp och PgDn går längre'],
        ['f', 'nya uppgifter från ett nytt samtal'],
        ['g', 'gå vidare med beslut, råd eller rapport som väntar'],
        ['w', 'meddelande'],
        ['b', 'bevakning: svar, nästa rapport eller annat'],
        ['k', 'på alla andra åtgärder: direktörens beslut om krisledning'],
        ['z', 'skälen, och allt som är känt'],
        ['l', 'tidslinjen'],
        ['r', 'rättelse: stryk en post'],
        ['s', 'avsluta händelsen'],
        ['o', 'öppna en avslutad händelse igen'],
        ['Esc q', 'tillbaka; Ctrl+C avslutar programmet'],
      ],
    },
  ],
} as const;
