/**
 * The commands but `ny-händelse`, `bedöm` and `logg`, which must start fast, as one part of the program that is loaded when one of them
 * is called: many small parts take longer to load than they save.
 */
export * as bord from './bord.ts';
export * as demo from './demo.ts';
export * as diarium from './diarium.ts';
export * as exportera from './exportera.ts';
export * as fortsatt from './fortsatt.ts';
export * as granska from './granska.ts';
export * as handelse from './handelse.ts';
export * as installningar from './installningar.ts';
export * as kontakter from './kontakter.ts';
export * as kontroll from './kontroll.ts';
export * as logg from './logg.ts';
export * as mallar from './mallar.ts';
export * as mejl from './mejl.ts';
export * as overlamning from './overlamning.ts';
export * as paminn from './paminn.ts';
export * as statistik from './statistik.ts';
export * as telefontest from './telefontest.ts';
