/**
 * What is drawn at random is the same in every run, so that a failure is of the change that is tested. A campaign
 * (TJOUR_CAMPAIGN) draws anew, and fast-check prints the seed of what it finds.
 */
import fc from 'fast-check';

if (!process.env.TJOUR_CAMPAIGN) fc.configureGlobal({ seed: 20_261_121 });
